package uk.declared.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.deployment.ClosedFolder;
import uk.declared.election.BallotId;
import uk.declared.folder.DataFolderException;
import uk.declared.release.ReleaseException;
import uk.declared.release.Releases;

/** Takes an earlier version's content out of the record, for a person's sake. */
@Command(
        name = "redact",
        description =
                "Takes the content of an earlier version of a contest out of the record, for a person's sake. Its hash"
                        + " stays, so that the record still verifies. The store is then made anew.")
final class RedactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "CONTEST", description = "The contest's identifier.")
    private String contest = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "The number of the version, not the current one.")
    private int version;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; everybody may read it.")
    private String reason = "";

    @Option(
            names = "--with-file",
            description = "Deletes what was sent too, with the other contests that the file holds.")
    private boolean withFile;

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new RefusedException("Give a reason.");
        }
        try {
            long entry = ClosedFolder.redact(
                    data.folder(), new BallotId(contest), version, reason.strip(), withFile, data.stores());
            spec.commandLine().getOut().println("Redacted: " + contest + ", version " + version + ".");
            new Releases(data.folder())
                    .withhold(entry, reason.strip(), Instant.now())
                    .forEach(release -> spec.commandLine()
                            .getOut()
                            .println("Release " + release + " held it and is withheld from now on."));
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        } catch (ReleaseException e) {
            throw new RefusedException(e);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("“" + contest + "” is no identifier of a contest: " + e.getMessage(), e);
        }
    }
}
