package uk.declared.query;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the library of queries says to people. */
final class QueryTexts {
    private static final String BUNDLE = "uk.declared.query.queries";

    private final ResourceBundle texts;
    private final Locale language;

    private QueryTexts(ResourceBundle texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    static QueryTexts in(Locale language) {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new QueryTexts(ResourceBundle.getBundle(BUNDLE, language, noFallback), language);
    }

    String text(String key, List<String> details) {
        return new MessageFormat(texts.getString(key), language).format(details.toArray());
    }
}
