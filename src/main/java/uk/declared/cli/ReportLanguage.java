package uk.declared.cli;

import java.util.Locale;

/** The languages that reports are written in. */
enum ReportLanguage {
    EN(Locale.UK),
    CY(Locale.forLanguageTag("cy"));

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
