package uk.declared.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.ShaclReport;
import uk.declared.linkeddata.Uris;
import uk.declared.report.HtmlReport;
import uk.declared.report.JsonReport;
import uk.declared.report.Report;
import uk.declared.report.TextReport;

/** How a report is shown. */
enum ReportFormat {
    TEXT,
    HTML,
    JSON,
    TURTLE;

    /** @param all whether a text names every finding, and not only the first of each rule */
    String write(Report report, Locale language, boolean all) {
        return switch (this) {
            case TEXT -> new TextReport(language, all).write(report);
            case HTML -> new HtmlReport(language).write(report);
            case TURTLE -> turtle(report);
            case JSON -> new JsonReport(language).write(report) + System.lineSeparator();
        };
    }

    private static String turtle(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RdfWriter.write(new ShaclReport(new Uris(BaseUri.DEFAULT)).map(report), RdfSyntax.TURTLE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
