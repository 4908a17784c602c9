package uk.declared.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.export.CsvwTriples;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.RdfSyntax;

/** Turns a table into RDF by its CSV on the Web description alone. */
@Command(
        name = "csvw",
        description =
                "Turns a table into RDF (N-Triples) by its CSV on the Web description alone, as anybody's converter"
                        + " does: what comes out is what the table says in RDF. Exit code 0: converted; 2: cannot be read.")
final class CsvwCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The table, as CSV in UTF-8.")
    private Path table = Path.of("");

    @Parameters(index = "1", paramLabel = "METADATA", description = "Its description, as JSON.")
    private Path metadata = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the table was had from; what it leaves relative is resolved against that. Default: the file.")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "${COMPLETION-CANDIDATES}: minimal is what the cells say alone; standard describes the table and its rows too."
                            + " Default: minimal.")
    private Mode mode = Mode.minimal;

    @Option(names = "-o", paramLabel = "OUT", description = "A file to write; without it standard output.")
    private Optional<Path> out = Optional.empty();

    /** The two modes of the specification, by the names that it gives them. */
    enum Mode {
        minimal,
        standard
    }

    @Override
    public Integer call() {
        Node none = Quad.defaultGraphIRI;
        try (Reader rows = Files.newBufferedReader(table, StandardCharsets.UTF_8);
                InputStream description = Files.newInputStream(metadata);
                OutputStream to =
                        new BufferedOutputStream(out.isPresent() ? Files.newOutputStream(out.get()) : System.out);
                RdfStreamWriter writer = RdfStreamWriter.open(RdfSyntax.N_TRIPLES, to)) {
            URI address = url.orElseGet(table::toUri);
            if (mode == Mode.standard) {
                CsvwTriples.readStandard(rows, description, address, triple -> writer.write(none, List.of(triple)));
            } else {
                CsvwTriples.read(rows, description, address, triple -> writer.write(none, List.of(triple)));
            }
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(table + ", " + metadata + ": " + e.getMessage());
            return 2;
        }
    }
}
