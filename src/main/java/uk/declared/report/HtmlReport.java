package uk.declared.report;

import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a report as one HTML page that needs nothing beside it: to be sent on, kept or printed. */
public final class HtmlReport {
    private static final TemplateEngine ENGINE = engine();

    private final Locale language;

    public HtmlReport(Locale language) {
        this.language = language;
    }

    /** The page. */
    public String write(Report report) {
        Context context = new Context(language);
        context.setVariable("report", ReportView.of(report, language));
        return ENGINE.process("report", context);
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
