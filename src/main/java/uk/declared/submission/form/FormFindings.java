package uk.declared.submission.form;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.ViolationCount;

/** Says what there is to say about the forms of one workbook; some things are said once for all of them. */
public final class FormFindings {
    private final ViolationCount sink;
    private final Set<String> said = new HashSet<>();

    public FormFindings(Consumer<Finding> sink) {
        this.sink = new ViolationCount(sink);
    }

    void violation(String rule, Cell cell, Map<String, String> details) {
        say(rule, Severity.VIOLATION, cell.place(), cell.given(), details);
    }

    void warning(String rule, Cell cell, Map<String, String> details) {
        say(rule, Severity.WARNING, cell.place(), cell.given(), details);
    }

    void interpretation(String rule, Cell cell, Map<String, String> details) {
        say(rule, Severity.INTERPRETATION, cell.place(), cell.given(), details);
    }

    /** About a place that holds no value of its own. */
    public void about(String rule, Severity severity, Place place, Map<String, String> details) {
        say(rule, severity, place, "", details);
    }

    /** Says a thing the first time only. */
    void onceInterpretation(String rule, Cell cell, Map<String, String> details) {
        if (said.add(rule + " " + cell.given())) {
            interpretation(rule, cell, details);
        }
    }

    /** How many violations were found so far. */
    public int violations() {
        return sink.violations();
    }

    /** Whether a thing is asked for the first time. */
    boolean isFirst(String rule) {
        return said.add(rule);
    }

    private void say(String rule, Severity severity, Place place, String value, Map<String, String> details) {
        sink.accept(new Finding(
                rule, severity, place, Optional.empty(), Optional.of(value).filter(text -> !text.isEmpty()), details));
    }
}
