package uk.declared.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.backup.BackupException;
import uk.declared.backup.Backups;
import uk.declared.projection.Verification;

/** Brings a copy of a data folder back. */
@Command(
        name = "restore",
        description =
                "Brings a copy that `declared backup` made back into an empty data folder, makes its store, and checks both."
                        + " Exit code 0: all is right; 1: files that the record names are missing; 2: it cannot be brought back.")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            required = true,
            description = "The copy, or the folder that copies are kept in: then the latest.")
    private Path from = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Verification found = Backups.restore(from, data.folder());
            out.printf(
                    Locale.UK,
                    "%s holds the record up to entry %,d (%s). Its store of %,d triples was made anew.%n",
                    data.folder(),
                    found.head().sequence(),
                    found.head().hash(),
                    found.triples());
            found.missingFiles()
                    .forEach(file -> out.println("A file that the record names is gone or changed: " + file));
            return found.holds() ? ExitCode.CONFORMS : ExitCode.VIOLATIONS;
        } catch (BackupException e) {
            throw new RefusedException(e);
        } finally {
            out.flush();
        }
    }
}
