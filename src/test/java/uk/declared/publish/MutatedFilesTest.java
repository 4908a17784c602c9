package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceData;
import uk.declared.report.HtmlReport;
import uk.declared.report.Report;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.MarkedCopy;
import uk.declared.validation.EarlierContests;

/**
 * Every damaged file ends in a report or a refusal: no exception, and nothing that takes longer than five seconds. A few
 * files each time; {@code bench/fuzz.sh} takes ten thousand, in a heap of 512 MiB.
 */
class MutatedFilesTest {
    private static final int TIMES = Integer.getInteger("declared.fuzz.files", 150);
    private static final long SEED = Long.getLong("declared.fuzz.seed", 20_240_502L);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration HANGING = Duration.ofMinutes(1);
    private static final int SAID_EVERY = 500;

    private final SubmissionChecker checker = new SubmissionChecker(
            new Uris(BaseUri.DEFAULT), KnownContests.NONE, () -> ReferenceData.NONE, EarlierContests.NONE);

    @TempDir
    private Path folder;

    /** What became of a file. */
    private enum End {
        CONFORMS,
        REFUSED,
        UNREADABLE
    }

    @Test
    void everyDamagedFileEndsInAReportOrARefusal() throws Exception {
        List<Path> corpus = new ArrayList<>();
        for (Path file : files()) {
            if (check(file, file) != End.UNREADABLE) {
                corpus.add(file);
            }
        }
        assertThat(corpus).isNotEmpty();
        List<String> faults = new ArrayList<>();
        Map<End, Integer> ends = new TreeMap<>();
        ExecutorService worker = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < TIMES; i++) {
                Path original = corpus.get(i % corpus.size());
                long seed = SEED + i;
                Path damaged =
                        Files.write(folder.resolve("damaged"), new Mutation(seed).of(Files.readAllBytes(original)));
                Future<End> checking = worker.submit(() -> check(damaged, original));
                try {
                    ends.merge(checking.get(HANGING.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
                } catch (TimeoutException e) {
                    checking.cancel(true);
                    faults.add(original.getFileName() + ", seed " + seed + ": longer than " + HANGING);
                } catch (ExecutionException e) {
                    faults.add(original.getFileName() + ", seed " + seed + ": "
                            + stack(Optional.ofNullable(e.getCause()).orElse(e)));
                }
                if ((i + 1) % SAID_EVERY == 0) {
                    System.out.println((i + 1) + " files: " + ends + ", faults: " + faults.size());
                }
            }
        } finally {
            worker.shutdownNow();
        }

        assertThat(faults).isEmpty();
        assertThat(ends).containsKeys(End.CONFORMS, End.REFUSED, End.UNREADABLE);
    }

    /** The time that the processor took, since a machine may be busy with other things. */
    private End check(Path file, Path original) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        End end = end(file, original);
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(Duration.ofNanos(taken)).isLessThan(LONGEST);
        return end;
    }

    private End end(Path file, Path original) throws IOException {
        ReadOptions options = original.toString().contains("moderngov")
                ? new ReadOptions(Optional.empty(), Optional.of("kirklees"), Optional.of(LocalDate.of(2017, 10, 26)))
                : ReadOptions.NONE;
        try {
            Submission submission = Submission.open(file);
            Report report = checker.check(submission, options);
            assertThat(new HtmlReport(Locale.UK).write(report)).contains("</html>");
            if (MarkedCopy.isPossible(submission)) {
                MarkedCopy.write(submission, report, Locale.UK, OutputStream.nullOutputStream());
            }
            return report.refused() ? End.REFUSED : End.CONFORMS;
        } catch (UnreadableSubmissionException e) {
            return End.UNREADABLE;
        }
    }

    private static String stack(Throwable fault) {
        StringBuilder said = new StringBuilder(fault.toString());
        Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("uk.declared"))
                .limit(3)
                .forEach(frame -> said.append(" at ").append(frame));
        return said.toString();
    }

    /** The examples that come along, and real files where they are at hand. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : List.of("src/main/resources/declared/examples", "src/test/resources/rdf")) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> found = Files.walk(Path.of(place))) {
                    found.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        for (String place : List.of("lga", "gla", "democracyclub", "moderngov", "stv")) {
            Samples.all(place).stream()
                    .filter(file -> !file.toString().endsWith(".json"))
                    .forEach(files::add);
        }
        return files;
    }
}
