package uk.declared.web.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.thing.ContestView.Fact;

/** Writes what is known of a council itself: its area, its days, the councils before and after it. */
final class CouncilParticulars {
    private final Facts body;
    private final LocalPaths paths;
    private final Wording wording;
    private final List<Fact> facts = new ArrayList<>();

    CouncilParticulars(Facts body, LocalPaths paths, Wording wording) {
        this.body = body;
        this.paths = paths;
        this.wording = wording;
    }

    /** @param reorganisation the areas before and after its own, as the geography has them */
    List<Fact> write(List<Row> reorganisation) {
        Optional<GssCode> code = body.all("governs").stream()
                .flatMap(area -> GssCode.parse(Uris.lastPart(area)).stream())
                .findFirst();
        for (Node area : body.all("governs")) {
            facts.add(Fact.of(wording.text("body.governs"), paths.link(area, Uris.lastPart(area))));
        }
        code.flatMap(this::listed).ifPresent(this::days);
        reorganisation.forEach(this::neighbour);
        for (Node same : body.values(SKOS.exactMatch.asNode())) {
            facts.add(Fact.of(wording.text("body.same"), new NamedLink(same.getURI(), same.getURI())));
        }
        return facts;
    }

    /** The council as the shipped table has it, by its code, since a short name may have been that of two in turn. */
    private Optional<Council> listed(GssCode code) {
        return Councils.shipped()
                .byCode(code, LocalDate.MIN)
                .filter(council -> council.slug().equals(body.lastPart()));
    }

    private void days(Council council) {
        council.start().ifPresent(day -> facts.add(Fact.of(wording.text("council.since"), wording.date(day))));
        council.end().ifPresent(day -> facts.add(Fact.of(wording.text("council.until"), wording.date(day))));
        if (!council.earlierCodes().isEmpty()) {
            facts.add(Fact.of(
                    wording.text("council.earlier-codes"),
                    String.join(
                            ", ",
                            council.earlierCodes().stream().map(GssCode::value).toList())));
        }
    }

    private void neighbour(Row row) {
        boolean before = row.text("relation").orElse("").equals("before");
        String key = before ? "council.before" : "council.after";
        Node area = row.required("area");
        String name = row.label("label", "area")
                + row.text("code").map(code -> " (" + code + ")").orElse("");
        facts.add(Fact.of(wording.text(key), paths.link(row.node("council").orElse(area), name)));
    }
}
