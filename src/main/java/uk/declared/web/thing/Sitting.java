package uk.declared.web.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/** Who sits for a ward. */
record Sitting(String ward, Optional<NamedLink> area, List<Member> members) {
    /**
     * A member.
     *
     * @param candidacy by which the seat was won, where a result says so
     * @param since in words, with when the term ends, where that is known
     * @param doubtful whether somebody else may have taken the seat since
     */
    record Member(String name, Optional<NamedLink> candidacy, Affiliation affiliation, String since, boolean doubtful) {
        static Member of(Row row, LocalDate day, LocalPaths paths, Wording wording) {
            String name = row.required("name").getLiteralLexicalForm();
            String since = row.date("since").map(wording::date).orElse("");
            return new Member(
                    name,
                    row.node("candidacy").map(candidacy -> paths.link(candidacy, name)),
                    Affiliation.of(row, paths, wording),
                    row.date("ends")
                            .map(ends -> wording.text("seat.since-until", since, wording.date(ends)))
                            .orElseGet(() -> wording.text("seat.since", since)),
                    row.date("perhaps")
                            .filter(perhaps -> !day.isBefore(perhaps))
                            .isPresent());
        }
    }

    Sitting {
        members = List.copyOf(members);
    }

    /** From rows of members, by ward in their order. */
    static List<Sitting> of(List<Row> rows, LocalDate day, LocalPaths paths, Wording wording) {
        Map<String, List<Row>> byWard = new LinkedHashMap<>();
        rows.forEach(row -> byWard.computeIfAbsent(
                        row.required("ward").getLiteralLexicalForm(), missing -> new ArrayList<>())
                .add(row));
        return byWard.entrySet().stream()
                .map(ward -> new Sitting(
                        ward.getKey(),
                        ward.getValue().get(0).node("area").map(area -> paths.link(area, ward.getKey())),
                        ward.getValue().stream()
                                .map(row -> Member.of(row, day, paths, wording))
                                .toList()))
                .toList();
    }
}
