package uk.declared.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a report as one HTML page that needs nothing beside it: to be sent on, kept or printed. */
public final class HtmlReport {
    private static final TemplateEngine ENGINE = engine();

    private final Locale language;
    private final RuleTexts texts;

    public HtmlReport(Locale language) {
        this.language = language;
        this.texts = RuleTexts.in(language);
    }

    /** A heading with the findings of one severity below it. */
    public record Section(String heading, String tone, int count, int unlisted, List<Rule> rules) {}

    /** A rule with its findings. */
    public record Rule(String number, String title, List<Row> rows, List<Row> further) {}

    /** One finding. */
    public record Row(String place, String value, String message, String mend) {}

    /** The page. */
    public String write(Report report) {
        Context context = new Context(language);
        context.setVariable("file", report.file());
        context.setVariable("language", texts.label("report.title").equals("Report") ? "en" : "cy");
        context.setVariable("refused", report.refused());
        context.setVariable("verdict", texts.label(report.refused() ? "verdict.refused" : "verdict.conforms"));
        context.setVariable("summary", summary(report.summary()));
        context.setVariable("seats", seats(report.summary()));
        context.setVariable("sections", sections(report));
        context.setVariable("label", labels());
        return ENGINE.process("report", context);
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String key : List.of(
                "title", "place", "value", "message", "summary", "by-party", "party", "seats", "count", "what")) {
            labels.put(key, texts.label("report." + key));
        }
        labels.put("further", texts.label("further"));
        labels.put("more", texts.label("more"));
        return labels;
    }

    private Map<String, String> summary(Summary summary) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put(texts.label("summary.contests"), number(summary.contests()));
        figures.put(texts.label("summary.candidacies"), number(summary.candidacies()));
        figures.put(texts.label("summary.elected"), number(summary.elected()));
        figures.put(texts.label("summary.votes"), number(summary.votes()));
        return figures;
    }

    private Map<String, String> seats(Summary summary) {
        Map<String, String> seats = new LinkedHashMap<>();
        summary.seatsByParty()
                .forEach((party, number) ->
                        seats.put(party.startsWith("standing.") ? texts.label(party) : party, number(number)));
        return seats;
    }

    private List<Section> sections(Report report) {
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
        List<Row> rows =
                findings.findings().stream().map(finding -> row(finding, file)).toList();
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
        return new Row(where, finding.value().orElse(""), texts.message(finding), texts.mend(finding));
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("uk/declared/report/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
