package uk.declared.submission.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.reference.OrdinaryDay;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * The polling day of a compilation that has no column for it: the one that the sender names, else the one in the file's name,
 * else the ordinary day of the year that the file says it is about; and what was taken is said. Where there is none of these
 * it is asked for.
 */
public final class CompiledDay {
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4})[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)");

    private final Submission submission;
    private final ReadOptions options;
    private final Consumer<Finding> findings;

    public CompiledDay(Submission submission, ReadOptions options, Consumer<Finding> findings) {
        this.submission = submission;
        this.options = options;
        this.findings = findings;
    }

    /** The options with the day that the sender or the file's name gives. */
    public ReadOptions ofFileName() throws UnreadableSubmissionException {
        if (options.pollingDate().isPresent()) {
            return options;
        }
        LocalDate day = inName().orElseThrow(this::notNamed);
        say("I031", Map.of("read", day.toString()));
        return dated(day);
    }

    /** The same, where the file says which year it is about. */
    public ReadOptions ofYear(Optional<Integer> year) throws UnreadableSubmissionException {
        if (options.pollingDate().isPresent() || inName().isPresent()) {
            return ofFileName();
        }
        int of = year.orElseThrow(this::notNamed);
        LocalDate day = OrdinaryDay.of(of);
        say("I032", Map.of("read", day.toString(), "year", Integer.toString(of)));
        return dated(day);
    }

    private UnreadableSubmissionException notNamed() {
        return Submission.unreadable("F084", submission.name(), Map.of("option", "--date"));
    }

    private ReadOptions dated(LocalDate day) {
        return new ReadOptions(options.format(), options.council(), Optional.of(day), options.mappings());
    }

    private Optional<LocalDate> inName() {
        Matcher matcher = DAY.matcher(submission.name());
        try {
            return matcher.find()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void say(String rule, Map<String, String> details) {
        findings.accept(new Finding(
                rule,
                Severity.INTERPRETATION,
                Place.of(submission.name()),
                Optional.empty(),
                Optional.empty(),
                details));
    }
}
