package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
    private static final Locale WELSH = Locale.forLanguageTag("cy");

    @Test
    void everyColumnOfTheLibraryHasAHeadingInBothLanguages() {
        Set<String> columns = new TreeSet<>();
        QueryLibrary.load()
                .queries()
                .forEach(query -> columns.addAll(query.query().getResultVars()));

        Set<String> named = ResourceBundle.getBundle("uk.declared.query.columns", Locale.ROOT)
                .keySet();
        Set<String> welsh =
                ResourceBundle.getBundle("uk.declared.query.columns", WELSH).keySet();
        assertThat(named).containsAll(columns);
        assertThat(welsh).isEqualTo(named);
        assertThat(columns).contains("polling_date", "turnout");
    }

    @Test
    void aColumnOfSomebodysOwnQueryIsNamedByItsWords() {
        assertThat(ColumnNames.in(WELSH, "votes")).isEqualTo("Pleidleisiau");
        assertThat(ColumnNames.in(Locale.UK, "my_own_figure")).isEqualTo("my own figure");
    }

    @Test
    void everyQueryIsInAGroup() {
        assertThat(QueryLibrary.load().queries())
                .allSatisfy(query -> assertThat(query.group()).as(query.name()).isPresent());
    }
}
