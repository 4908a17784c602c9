package uk.declared.cli;

import java.util.Locale;
import uk.declared.report.JsonReport;
import uk.declared.report.Report;
import uk.declared.report.TextReport;

/** How a report is shown. */
enum ReportFormat {
    TEXT,
    JSON;

    String write(Report report) {
        return switch (this) {
            case TEXT -> new TextReport(Locale.getDefault()).write(report);
            case JSON -> new JsonReport(Locale.getDefault()).write(report) + System.lineSeparator();
        };
    }
}
