package uk.declared.deployment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.ground.Shipped;
import uk.declared.publish.Publication;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * The night of 2 May 2024 in England, played again as a rehearsal. The results are real, from the Commons Library's
 * handbook; the order and the times in which they come are made up, the same each time:
 *
 * <ol>
 *   <li>who sat on the councils before is imported, and all contests are nominated,
 *   <li>each council counts overnight, in the morning or in the afternoon, and declares its wards one after the other,
 *   <li>whatever is due by the night's clock is published, until the last is.
 * </ol>
 */
public final class ExampleNight {
    private static final String FOLDER = "/declared/examples/night/";
    private static final String RESULTS = "england-2024-05-02.csv";
    private static final String COUNCILLORS = "councillors-2023.csv";
    private static final Rights SHARE_ALIKE =
            Rights.stated("https://creativecommons.org/licenses/by-sa/4.0/", Optional.of("Open Council Data UK"));

    /** How many councils are nominated in one go. */
    private static final int TOGETHER = 12;

    private final Deployment deployment;
    private final NightClock clock;
    private final Path scratch;
    private final List<String> headings = new ArrayList<>();
    private final List<Ward> wards = new ArrayList<>();

    /** A ward's rows, and when it declares. */
    private record Ward(String council, Instant at, List<NamedCsvRecord> rows) {}

    /** @param scratch a folder for the files that are published */
    public ExampleNight(Deployment deployment, NightClock clock, Path scratch) {
        this.deployment = deployment;
        this.clock = clock;
        this.scratch = scratch;
        read();
    }

    /** Plays the night, and returns when the last result is published or the thread is interrupted. */
    public void play() throws InterruptedException {
        importCouncillors();
        nominate();
        clock.start(wards.stream().map(Ward::at).toList());
        int next = 0;
        while (next < wards.size()) {
            Instant now = clock.instant();
            List<Ward> due = new ArrayList<>();
            while (next < wards.size() && !wards.get(next).at().isAfter(now)) {
                due.add(wards.get(next));
                next++;
            }
            if (!due.isEmpty()) {
                publish(due, row -> row, "declared");
            }
            Thread.sleep(400);
        }
    }

    private void importCouncillors() {
        Path copy = scratch.resolve(COUNCILLORS);
        try (InputStream in = open(COUNCILLORS)) {
            Files.copy(in, copy);
            deployment.imports().publish(ReferenceKind.COMPOSITION, copy, Optional.of(SHARE_ALIKE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableReferenceException e) {
            throw new IllegalStateException("The councillors of the example night cannot be read", e);
        } finally {
            delete(copy);
        }
    }

    private void nominate() throws InterruptedException {
        Map<String, List<Ward>> byCouncil = new LinkedHashMap<>();
        wards.stream()
                .sorted(Comparator.comparing(Ward::council))
                .forEach(ward -> byCouncil
                        .computeIfAbsent(ward.council(), missing -> new ArrayList<>())
                        .add(ward));
        List<List<Ward>> councils = List.copyOf(byCouncil.values());
        for (int from = 0; from < councils.size(); from += TOGETHER) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            List<Ward> some = new ArrayList<>();
            councils.subList(from, Math.min(from + TOGETHER, councils.size())).forEach(some::addAll);
            publish(some, ExampleNight::withoutResult, "nominated");
        }
    }

    /** A heading and its value, as they are written. */
    private record Cell(String heading, String value) {}

    private static Cell withoutResult(Cell cell) {
        return List.of("votes", "elected", "turnout_percentage").contains(cell.heading())
                ? new Cell(cell.heading(), "")
                : cell;
    }

    private void publish(List<Ward> some, UnaryOperator<Cell> change, String status) {
        Path file = scratch.resolve("night-" + status + ".csv");
        try (CsvWriter out = CsvWriter.builder().build(file)) {
            List<String> written = new ArrayList<>(headings);
            written.add("status");
            out.writeRecord(written);
            for (Ward ward : some) {
                for (NamedCsvRecord row : ward.rows()) {
                    List<String> values = new ArrayList<>(headings.stream()
                            .map(heading -> change.apply(new Cell(heading, row.getField(heading)))
                                    .value())
                            .toList());
                    values.add(status);
                    out.writeRecord(values);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Publication publication =
                    deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
            if (publication.refused()) {
                throw new IllegalStateException("The results of the example night break a rule: "
                        + publication.report().findings().stream().limit(3).toList());
            }
        } catch (UnreadableSubmissionException e) {
            throw new IllegalStateException("The results of the example night cannot be read", e);
        } finally {
            delete(file);
        }
    }

    private void read() {
        Map<String, List<NamedCsvRecord>> byWard = new LinkedHashMap<>();
        try (InputStream in = open(RESULTS);
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> {
                if (headings.isEmpty()) {
                    headings.addAll(row.getHeader());
                }
                byWard.computeIfAbsent(
                                row.getField("council") + "/" + row.getField("area_code"), missing -> new ArrayList<>())
                        .add(row);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byWard.values().forEach(rows -> wards.add(new Ward(rows.get(0).getField("council"), at(rows.get(0)), rows)));
        wards.sort(Comparator.comparing(Ward::at));
    }

    /** When a ward declares: made up, from its council's name and its own. */
    private static Instant at(NamedCsvRecord row) {
        Random council = new Random(row.getField("council").hashCode());
        int kind = council.nextInt(10);
        // Four in ten count overnight, four in the morning, two in the afternoon of the day after.
        int begins = kind < 4
                ? 90 + council.nextInt(180)
                : kind < 8 ? 700 + council.nextInt(180) : 940 + council.nextInt(120);
        int takes = 60 + council.nextInt(120);
        Random ward = new Random(row.getField("area_code").hashCode());
        return NightClock.CLOSE.plus(Duration.ofSeconds(60L * begins + ward.nextInt(60 * takes)));
    }

    private static InputStream open(String name) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(Shipped.bytes(ExampleNight.class, FOLDER + name + ".gz")));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
