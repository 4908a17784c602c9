package uk.declared.query;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read above the columns of the library's answers; data keeps the columns' own names. */
public final class ColumnNames {
    private static final String BUNDLE = "uk.declared.query.columns";

    private ColumnNames() {}

    /** The heading of a column in a language; of a column that has none, its name with its words parted. */
    public static String in(Locale language, String column) {
        ResourceBundle names = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return names.containsKey(column) ? names.getString(column) : column.replace('_', ' ');
    }
}
