package uk.declared.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report with its texts ready to be read, for pages.
 *
 * @param verdict whether it conforms, in a sentence
 * @param summary what will be published: figures by what they count
 * @param seats seats by party
 * @param sections the findings by severity
 * @param label the texts around them, by key
 */
public record ReportView(
        String file,
        String language,
        boolean refused,
        String verdict,
        Map<String, String> summary,
        Map<String, String> seats,
        List<Section> sections,
        Map<String, String> label) {
    /** A heading with the findings of one severity below it. */
    public record Section(String heading, String tone, int count, int unlisted, List<Rule> rules) {}

    /** A rule with its findings. */
    public record Rule(String number, String title, List<Row> rows, List<Row> further) {}

    /** One finding. */
    public record Row(String place, String value, String message, String mend) {}

    /** A report in a language: English where it is not Welsh. */
    public static ReportView of(Report report, Locale language) {
        return of(report, language, false);
    }

    /** A report for whoever sent the file on the web, and can do nothing in the data folder or at the command line. */
    public static ReportView ofSent(Report report, Locale language) {
        return of(report, language, true);
    }

    private static ReportView of(Report report, Locale language, boolean sent) {
        RuleTexts texts = RuleTexts.in(language);
        Maker maker = new Maker(texts, sent);
        return new ReportView(
                report.file(),
                language.getLanguage().equals("cy") ? "cy" : "en",
                report.refused(),
                texts.label(report.refused() ? "verdict.refused" : "verdict.conforms"),
                maker.summary(report.summary()),
                maker.seats(report.summary()),
                maker.sections(report),
                maker.labels(report.refused()));
    }

    private record Maker(RuleTexts texts, boolean sent) {
        Map<String, String> labels(boolean refused) {
            Map<String, String> labels = new LinkedHashMap<>();
            for (String key : List.of(
                    "title", "place", "value", "message", "summary", "by-party", "party", "seats", "count", "what")) {
                labels.put(key, texts.label("report." + key));
            }
            if (refused) {
                labels.put("summary", texts.label("report.summary.refused"));
            }
            labels.put("further", texts.label("further"));
            labels.put("more", texts.label("more"));
            return labels;
        }

        Map<String, String> summary(Summary summary) {
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put(texts.label("summary.contests"), number(summary.contests()));
            figures.put(texts.label("summary.candidacies"), number(summary.candidacies()));
            figures.put(texts.label("summary.elected"), number(summary.elected()));
            figures.put(texts.label("summary.votes"), number(summary.votes()));
            return figures;
        }

        Map<String, String> seats(Summary summary) {
            Map<String, String> seats = new LinkedHashMap<>();
            summary.seatsByParty()
                    .forEach((party, number) ->
                            seats.put(party.startsWith("standing.") ? texts.label(party) : party, number(number)));
            return seats;
        }

        List<Section> sections(Report report) {
            List<Section> sections = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                int count = report.count(severity);
                if (count > 0) {
                    String name = severity.name().toLowerCase(Locale.ROOT);
                    List<Rule> rules = RuleFindings.of(report, severity).stream()
                            .map(rule -> rule(rule, report.file()))
                            .toList();
                    int unlisted = count - report.of(severity).size();
                    sections.add(new Section(texts.label("severity." + name), name, count, unlisted, rules));
                }
            }
            return sections;
        }

        private Rule rule(RuleFindings findings, String file) {
            List<Row> rows = findings.findings().stream()
                    .map(finding -> row(finding, file))
                    .toList();
            int shown = Math.min(RuleFindings.SHOWN, rows.size());
            return new Rule(
                    findings.rule(),
                    texts.title(findings.rule()),
                    rows.subList(0, shown),
                    rows.subList(shown, rows.size()));
        }

        private Row row(Finding finding, String file) {
            String place = texts.place(finding.place());
            String inner = finding.place().file();
            String where = place.isEmpty() ? inner : inner.equals(file) ? place : inner + ", " + place;
            return new Row(
                    where,
                    finding.value().orElse(""),
                    texts.message(finding),
                    sent ? texts.mendOfSent(finding) : texts.mend(finding));
        }

        private static String number(long number) {
            return String.format(Locale.UK, "%,d", number);
        }
    }
}
