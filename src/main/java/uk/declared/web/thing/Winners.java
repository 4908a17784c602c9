package uk.declared.web.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/** Reads rows of candidacies into lists of contests with those who were elected in them. */
final class Winners {
    private Winners() {}

    /** Somebody who was elected. */
    record Winner(NamedLink name, Affiliation affiliation, Optional<String> votes) {
        static Winner of(Row row, LocalPaths paths, Wording wording) {
            return new Winner(
                    paths.link(row.required("candidacy"), row.label("name", "candidacy")),
                    Affiliation.of(row, paths, wording),
                    row.integer("votes").map(wording::number));
        }
    }

    /** Rows by the contest that they speak of, in the order in which the contests come. */
    static Map<Node, List<Row>> byContest(List<Row> rows) {
        Map<Node, List<Row>> byContest = new LinkedHashMap<>();
        rows.forEach(row -> byContest
                .computeIfAbsent(row.required("contest"), contest -> new ArrayList<>())
                .add(row));
        return byContest;
    }

    /** Turnout as declared, or else as computed, or that there is none. */
    static String turnout(Row row, Wording wording) {
        return turnoutFigure(row).map(wording::percent).orElseGet(() -> wording.text("not-stated"));
    }

    static Optional<BigDecimal> turnoutFigure(Row row) {
        return row.decimal("turnoutDeclared").or(() -> row.decimal("turnout"));
    }

    static boolean isByElection(Row row) {
        return row.node("type")
                .filter(type -> Uris.lastPart(type).equals("by-election"))
                .isPresent();
    }
}
