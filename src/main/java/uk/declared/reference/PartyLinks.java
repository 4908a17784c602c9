package uk.declared.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What others publish about parties: the Electoral Commission by rule, Wikidata by a shipped table of checked facts. */
final class PartyLinks {
    /** Where the Electoral Commission's page about a party is, by its identifier. */
    static final String REGISTRATION = "https://search.electoralcommission.org.uk/English/Registrations/";

    private static final String FILE = "/declared/party-links.csv";
    private static final Map<String, String> WIKIDATA = read();

    private PartyLinks() {}

    /** A party's item in Wikidata, where the table has it. */
    static Optional<String> wikidata(String party) {
        return Optional.ofNullable(WIKIDATA.get(party));
    }

    private static Map<String, String> read() {
        Map<String, String> items = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(PartyLinks.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> items.put(row.getField("id"), row.getField("wikidata")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(items);
    }
}
