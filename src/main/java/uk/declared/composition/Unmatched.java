package uk.declared.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what the tables of a council name that is not known: wards, and parties. */
final class Unmatched {
    private Unmatched() {}

    static List<String> of(CouncilFacts facts) {
        Set<String> wards = new TreeSet<>();
        Set<String> parties = new TreeSet<>();
        for (Era era : Era.of(facts)) {
            era.tables()
                    .forEach((day, table) -> table.forEach((ward, entries) -> {
                        if (ward.area().isEmpty()) {
                            wards.add(ward.name());
                        }
                        entries.stream()
                                .filter(entry -> entry.member().isPresent()
                                        && entry.affiliation().isEmpty())
                                .forEach(entry -> parties.add(entry.partyName()));
                    }));
        }
        List<String> notes = new ArrayList<>();
        if (!wards.isEmpty()) {
            notes.add("No area of the council is known, or several are, by the name of " + quoted(wards)
                    + ". Their seats count, and are not linked with results.");
        }
        if (!parties.isEmpty()) {
            notes.add("No party is known, or several are, by the name of " + quoted(parties)
                    + ". Give the Electoral Commission's code, or import the register of parties.");
        }
        return notes;
    }

    private static String quoted(Set<String> names) {
        return "“" + String.join("”, “", names) + "”";
    }
}
