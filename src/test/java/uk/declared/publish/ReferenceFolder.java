package uk.declared.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.ContestResult;
import uk.declared.reference.ReferenceKind;
import uk.declared.report.Report;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * A data folder with reference data to check against. The codes, names and days are a few of those of the Office for National
 * Statistics' Code History Database ({@code identity/history.csv}, Open Government Licence v3.0), the parties a few of
 * Parliament's list of registrations ({@code identity/registrations.csv}, Open Parliament Licence v3.0).
 */
abstract class ReferenceFolder {
    private static final Path REFERENCE = Path.of("src/test/resources/identity");

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void importTheReferenceData() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        deployment.imports().publish(ReferenceKind.GEOGRAPHY, REFERENCE.resolve("history.csv"));
        deployment.imports().publish(ReferenceKind.PARTIES, REFERENCE.resolve("registrations.csv"));
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    static Report check(String text) throws Exception {
        return check(text, new ArrayList<>());
    }

    static Report check(String text, List<ContestResult> contests) throws Exception {
        Path file = Files.createTempFile(folder, "results", ".csv");
        Files.writeString(file, text);
        return deployment
                .checker()
                .check(
                        Submission.open(file),
                        ReadOptions.NONE,
                        contest -> contests.add(contest.contest().result()));
    }
}
