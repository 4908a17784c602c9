package uk.declared.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.submission.read.SubmissionReader;

/** Everything that reading a submission yields, in the order in which it came. */
public final class Reading implements ContestSink {
    private final List<Object> events = new ArrayList<>();
    private Optional<Finding> unreadable = Optional.empty();

    static Reading of(Path file) {
        return of(file, ReadOptions.NONE);
    }

    static Reading of(Path file, ReadOptions options) {
        return of(file, options, ReferenceData.NONE);
    }

    public static Reading of(Path file, ReadOptions options, ReferenceData reference) {
        Reading reading = new Reading();
        try {
            SubmissionReader.read(Submission.open(file), options, reference, reading);
        } catch (UnreadableSubmissionException e) {
            reading.unreadable = Optional.of(e.finding());
        }
        return reading;
    }

    /** Reads a text as a file. */
    static Reading ofText(String text) {
        return ofText(text, ReadOptions.NONE);
    }

    static Reading ofText(String text, ReadOptions options) {
        try {
            Path file = Files.createTempFile("reading", ".csv");
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                return of(file, options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void contest(SubmittedContest contest) {
        events.add(contest);
    }

    @Override
    public void finding(Finding finding) {
        events.add(finding);
    }

    @Override
    public void unidentified(UnidentifiedContest contest) {
        events.add(contest);
    }

    /** Contests, findings and what could not be identified, in their order. */
    List<Object> events() {
        return events;
    }

    public List<SubmittedContest> contests() {
        return events.stream()
                .filter(SubmittedContest.class::isInstance)
                .map(SubmittedContest.class::cast)
                .toList();
    }

    /** All findings; that of an unreadable file last. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        events.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .forEach(findings::add);
        unreadable.ifPresent(findings::add);
        return findings;
    }

    /** Rule and place of every finding, such as {@code F031@S3}, {@code F012@3} or {@code I020}. */
    List<String> rules() {
        return findings().stream()
                .map(finding -> finding.rule() + place(finding.place()))
                .toList();
    }

    boolean isUnreadable() {
        return unreadable.isPresent();
    }

    private static String place(Place place) {
        return place.row().isEmpty()
                ? ""
                : "@" + place.columnLetters().orElse("") + place.row().getAsInt();
    }
}
