package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SparqlTextsTest {
    private static final String BUNDLE = "uk.declared.web.sparql.messages";

    @Test
    void everyRefusalIsExplainedInEnglishAndInWelsh() {
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        ResourceBundle welsh = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag("cy"));

        assertThat(welsh.keySet()).isEqualTo(english.keySet());
        assertThat(Refusal.values())
                .allSatisfy(refusal -> assertThat(english.keySet()).contains(refusal.messageKey()));
        assertThat(Bound.all(Limits.but()))
                .allSatisfy(bound -> assertThat(english.keySet()).contains(bound.messageKey()));
        assertThat(english.keySet()).allSatisfy(key -> {
            assertThat(welsh.getString(key)).isNotBlank();
            // Apostrophes are MessageFormat's own marks: only the example query may have them, around its braces.
            if (!key.equals("sparql.example.query")) {
                assertThat(english.getString(key)).doesNotContain("'");
                assertThat(welsh.getString(key)).doesNotContain("'");
            }
        });
    }
}
