package uk.declared.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.declared.deployment.Deployment;
import uk.declared.query.InvalidParameterException;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.query.TableWriter;

/** Runs a query of the library, or one of the user's own. */
@Command(name = "query", description = "Runs a query of the library, or a file of your own, on a data folder.")
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "NAME|FILE.rq", description = "The query.")
    private String query = "";

    @Parameters(index = "1..*", paramLabel = "name=value", description = "The query's parameters.")
    private List<String> given = List.of();

    @Option(names = "--as", paramLabel = "FORM", defaultValue = "text", description = "text, csv, tsv, json or xml.")
    private String form = "text";

    @Override
    public Integer call() throws IOException {
        LibraryQuery chosen = chosen();
        TableWriter writer = writer();
        Map<String, String> parameters = parameters();
        try (Deployment deployment = data.open()) {
            writer.write(chosen.run(deployment.store(), deployment.uris(), parameters), System.out);
            System.out.flush();
            return ExitCode.CONFORMS;
        } catch (InvalidParameterException e) {
            throw new RefusedException(e);
        }
    }

    private LibraryQuery chosen() throws IOException {
        if (query.endsWith(".rq")) {
            return ownQuery(Path.of(query));
        }
        QueryLibrary library = QueryLibrary.load();
        return library.find(query)
                .orElseThrow(() -> new RefusedException("The library has no query “" + query + "”. Choose one of "
                        + library.queries().stream().map(LibraryQuery::name).collect(Collectors.joining(", "))
                        + ", or name a file that ends in .rq."));
    }

    private static LibraryQuery ownQuery(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException("There is no query file " + file + ". Check the name and the folder.");
        }
        try {
            return QueryLibrary.parse(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("The query in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private TableWriter writer() {
        return Arrays.stream(TableWriter.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(form.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "There is no form “" + form + "”. Choose one of text, csv, tsv, json, xml."));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : given) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new RefusedException("“" + parameter + "” is not a parameter. Write it as name=value.");
            }
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }
}
