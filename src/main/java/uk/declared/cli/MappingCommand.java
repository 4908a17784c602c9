package uk.declared.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.mapping.ColumnMappings;
import uk.declared.submission.mapping.ColumnSuggestions;
import uk.declared.submission.mapping.ColumnSuggestions.Suggestion;

/** Makes and keeps mappings of the columns of councils' own tables. */
@Command(
        name = "mapping",
        description = "Maps the columns of a council's own table, once; the mapping is used from then on.",
        subcommands = {
            MappingCommand.SuggestCommand.class,
            MappingCommand.KeepCommand.class,
            MappingCommand.ListCommand.class
        })
final class MappingCommand extends CommandGroup {
    /** Shows what the headings probably stand for. */
    @Command(
            name = "suggest",
            description = "Shows the headings of a table, their first values, and the template's columns that they"
                    + " probably are; writes a mapping to correct and use.")
    static final class SuggestCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A CSV file or a workbook (XLSX).")
        private Path file = Path.of("");

        @Option(names = "--council", paramLabel = "SLUG", description = "The council whose table it is.")
        private Optional<String> council = Optional.empty();

        @Option(names = "-o", paramLabel = "OUT", description = "Where the mapping is written.")
        private Optional<Path> out = Optional.empty();

        @Override
        public Integer call() {
            try {
                ColumnSuggestions.Found found = ColumnSuggestions.find(Submission.open(file));
                List<Suggestion> suggestions = found.suggestions();
                PrintWriter text = spec.commandLine().getOut();
                text.printf("%-32s %-24s %s%n", "Heading", "Column", "Values");
                suggestions.forEach(one -> text.printf(
                        "%-32s %-24s %s%n",
                        one.heading(), one.column().orElse("–"), String.join(" · ", one.samples())));
                found.values().forEach((column, value) -> text.printf("%-32s %-24s%n", value, column));
                if (!found.missing().isEmpty()) {
                    text.printf(
                            "Not found: %s. Name the heading that holds it, or give a value for all rows.%n",
                            String.join(", ", found.missing()));
                }
                if (out.isPresent()) {
                    write(found, out.get());
                    text.printf(
                            "Written to %s. Correct it, then: declared validate --mapping %s %s%n",
                            out.get(), out.get(), file);
                }
                text.flush();
                return ExitCode.CONFORMS;
            } catch (UnreadableSubmissionException e) {
                throw new RefusedException(file + " cannot be read as a table; declared validate says why.", e);
            }
        }

        private void write(ColumnSuggestions.Found found, Path to) {
            try {
                Files.writeString(to, ColumnMappings.write(file.getFileName().toString(), council, found));
            } catch (IOException e) {
                throw new RefusedException("The mapping cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /** Keeps a mapping in a data folder. */
    @Command(
            name = "keep",
            description = "Keeps a mapping for its council; publish --council SLUG then uses it without being told.")
    static final class KeepCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "MAPPING", description = "A mapping, as suggest writes it.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (DataFolder folder = DataFolder.open(data.folder(), data.baseUri())) {
                ColumnMapping mapping = ColumnMappings.read(file);
                folder.mappings().keep(mapping);
                spec.commandLine()
                        .getOut()
                        .println("Kept for " + mapping.council().orElse("") + ": " + mapping.title() + ".");
                return ExitCode.CONFORMS;
            } catch (DataFolderException | IOException e) {
                throw new RefusedException(e);
            }
        }
    }

    /** Lists what is kept. */
    @Command(name = "list", description = "Lists the councils that a mapping is kept for.")
    static final class ListCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Override
        public Integer call() {
            try (DataFolder folder = DataFolder.open(data.folder(), data.baseUri())) {
                folder.mappings().councils().forEach(spec.commandLine().getOut()::println);
                spec.commandLine().getOut().flush();
                return ExitCode.CONFORMS;
            } catch (DataFolderException | IOException e) {
                throw new RefusedException(e);
            }
        }
    }
}
