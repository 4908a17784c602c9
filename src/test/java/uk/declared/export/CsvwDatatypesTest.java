package uk.declared.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** Datatypes by the names that CSV on the Web has for them (Metadata Vocabulary for Tabular Data, section 5.11.1). */
class CsvwDatatypesTest {
    @Test
    void aMomentIsOneUnderBothOfItsNames() throws Exception {
        for (String name : List.of("datetime", "dateTime")) {
            String metadata =
                    "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\", \"tableSchema\": {\"columns\": ["
                            + "{\"name\": \"at\", \"titles\": \"at\", \"datatype\": \"" + name
                            + "\", \"aboutUrl\": \"http://example.org/x\", \"propertyUrl\": \"http://example.org/at\"}]}}";
            List<Triple> said = new ArrayList<>();
            CsvwTriples.read(
                    new StringReader("at\n2024-05-03T01:30:00Z\n"),
                    new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8)),
                    URI.create("http://example.org/t.csv"),
                    said::add);

            assertThat(said)
                    .as(name)
                    .singleElement()
                    .satisfies(triple ->
                            assertThat(triple.getObject().getLiteralDatatype()).isEqualTo(XSDDatatype.XSDdateTime));
        }
    }
}
