package uk.declared.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The councils that rows of a table name and nobody knows: such rows are left out, which is said. */
final class UnknownCouncils {
    private static final int NAMED = 10;

    private final Set<String> names = new LinkedHashSet<>();
    private int rows;

    /** @param name as a row has it; empty where it has none */
    void add(String name) {
        rows++;
        names.add(name);
    }

    /** What is said of a table in which no row is of a council that is known. */
    UnreadableReferenceException refusal(ReferenceTable table) {
        return new UnreadableReferenceException(table.part().label()
                + " has no row of a council that is known"
                + (names.isEmpty() ? "" : " (“" + String.join("”, “", firstFew()) + "”)")
                + ". Write the council's name in full, or its code such as E08000009.");
    }

    /** What of a table was left out, in whole sentences: these rows, and columns that say nothing that is read. */
    List<String> leftOut(List<String> unknownColumns) {
        List<String> notes = new ArrayList<>();
        if (rows > 0) {
            notes.add(String.format(
                    Locale.UK, "%,d rows of councils that are not known: %s.", rows, String.join(", ", firstFew())));
        }
        if (!unknownColumns.isEmpty()) {
            notes.add("The columns " + String.join(", ", unknownColumns) + ".");
        }
        return notes;
    }

    private List<String> firstFew() {
        return names.stream().limit(NAMED).toList();
    }
}
