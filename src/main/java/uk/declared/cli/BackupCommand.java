package uk.declared.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.backup.Backup;
import uk.declared.backup.BackupException;
import uk.declared.backup.Backups;
import uk.declared.ground.SystemClock;

/** Copies a data folder, also while a server uses it. */
@Command(
        name = "backup",
        description =
                "Copies the data folder, also while a server runs, and restores the copy beside itself to prove that it can be."
                        + " Files that have not changed since the last copy take no further room. Exit code 2: there is no copy.")
final class BackupCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The folder that copies are kept in; each gets a folder of its own there, named by its time.")
    private Path to = Path.of("");

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Then deletes all copies but the latest N. Without it none is deleted.")
    private Optional<Integer> keep = Optional.empty();

    @Option(
            names = "--without-proof",
            description = "Does not restore the copy: only the hashes of its record are checked.")
    private boolean withoutProof;

    @Override
    public Integer call() {
        if (keep.filter(latest -> latest < 1).isPresent()) {
            throw new RefusedException("--keep is how many copies stay, at least 1.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Backups backups = new Backups(to, SystemClock.UTC);
            Backup made = backups.make(data.folder(), !withoutProof);
            out.printf(
                    Locale.UK,
                    "%s holds the record up to entry %,d (%s).%n%,d files; %,d of them are shared with earlier copies, %,.1f MB were"
                            + " copied.%n%s%n",
                    made.folder(),
                    made.head().sequence(),
                    made.head().hash(),
                    made.files(),
                    made.linked(),
                    made.bytes() / MEGABYTE,
                    made.proved()
                            ? "It was restored, its store made anew, and that is what the record says."
                            : "The hashes of its record were checked; it was not restored.");
            if (keep.isPresent()) {
                backups.keep(keep.get()).forEach(gone -> out.println("Deleted: " + gone));
            }
            return ExitCode.CONFORMS;
        } catch (BackupException e) {
            throw new RefusedException(e);
        } finally {
            out.flush();
        }
    }
}
