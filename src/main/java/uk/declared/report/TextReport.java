package uk.declared.report;

import java.util.List;
import java.util.Locale;

/** Writes a report as plain text, for a terminal or a log. */
public final class TextReport {
    private final RuleTexts texts;
    private final boolean all;

    /** A report that shows the first findings of each rule, and counts the rest. */
    public TextReport(Locale language) {
        this(language, false);
    }

    /** @param all whether every finding that is listed is shown */
    public TextReport(Locale language, boolean all) {
        this.texts = RuleTexts.in(language);
        this.all = all;
    }

    /** The report, ended by a line feed. */
    public String write(Report report) {
        StringBuilder out = new StringBuilder();
        out.append(report.file()).append('\n');
        writeSummary(report.summary(), out);
        for (Severity severity : Severity.values()) {
            writeFindings(report, severity, out);
        }
        out.append(texts.label(report.refused() ? "verdict.refused" : "verdict.conforms"))
                .append('\n');
        return out.toString();
    }

    /** One finding as one line: place, rule, what is wrong, and the mend. */
    public String write(Finding finding) {
        String place = texts.place(finding.place());
        return "  " + (place.isEmpty() ? finding.place().file() : place) + ": " + texts.message(finding) + " "
                + texts.mend(finding) + " [" + finding.rule() + "]";
    }

    /** A finding in a file of an archive names that file too. */
    private String writeWithFile(Finding finding, String file) {
        String line = write(finding);
        String inner = finding.place().file();
        boolean named = inner.equals(file) || texts.place(finding.place()).isEmpty();
        return named ? line : "  " + inner + ", " + line.strip();
    }

    private void writeSummary(Summary summary, StringBuilder out) {
        if (summary.contests() == 0) {
            return;
        }
        out.append("  ")
                .append(texts.label("summary.contests"))
                .append(' ')
                .append(number(summary.contests()))
                .append(", ")
                .append(texts.label("summary.candidacies"))
                .append(' ')
                .append(number(summary.candidacies()))
                .append(", ")
                .append(texts.label("summary.elected"))
                .append(' ')
                .append(number(summary.elected()))
                .append(", ")
                .append(texts.label("summary.votes"))
                .append(' ')
                .append(number(summary.votes()))
                .append('\n');
        if (!summary.seatsByParty().isEmpty()) {
            List<String> parties = summary.seatsByParty().entrySet().stream()
                    .map(entry -> party(entry.getKey()) + " " + entry.getValue())
                    .toList();
            out.append("  ")
                    .append(texts.label("summary.seats"))
                    .append(' ')
                    .append(String.join(", ", parties))
                    .append('\n');
        }
    }

    private void writeFindings(Report report, Severity severity, StringBuilder out) {
        int count = report.count(severity);
        if (count == 0) {
            return;
        }
        out.append(texts.label("severity." + severity.name().toLowerCase(Locale.ROOT)))
                .append(" (")
                .append(number(count))
                .append(")\n");
        int listed = 0;
        for (RuleFindings rule : RuleFindings.of(report, severity)) {
            listed += rule.findings().size();
            List<Finding> shown = all ? rule.findings() : rule.first();
            shown.forEach(
                    finding -> out.append(writeWithFile(finding, report.file())).append('\n'));
            if (shown.size() < rule.findings().size()) {
                out.append("  ")
                        .append(texts.label("further"))
                        .append(' ')
                        .append(rule.rule())
                        .append(": ")
                        .append(number(rule.further()))
                        .append(" (--all)\n");
            }
        }
        if (count > listed) {
            out.append("  ")
                    .append(texts.label("more"))
                    .append(' ')
                    .append(number(count - listed))
                    .append('\n');
        }
    }

    private String party(String name) {
        return name.startsWith("standing.") ? texts.label(name) : name;
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
