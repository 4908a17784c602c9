package uk.declared.query;

import java.util.Locale;
import java.util.Map;

/**
 * A text in several languages.
 *
 * @param byLanguage the texts by language tag; English is always there
 */
public record LocalText(Map<String, String> byLanguage) {
    static final String ENGLISH = "en";

    public LocalText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The text in a language, in English where there is no translation. */
    public String in(Locale language) {
        String english = byLanguage.getOrDefault(ENGLISH, "");
        return byLanguage.getOrDefault(language.getLanguage(), english);
    }
}
