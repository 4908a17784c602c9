package uk.declared.web.thing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about a submission: its hash, and what was declared from it. Its content is never shown. */
@Component
final class SubmissionPage implements ThingPage {
    private static final int SIZE = 100;

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final ProvenanceReader provenance;
    private final Query declarations = StoredQuery.read("submission-declarations");

    SubmissionPage(ThingDescriptions things, LocalPaths paths, ProvenanceReader provenance) {
        this.things = things;
        this.paths = paths;
        this.provenance = provenance;
    }

    /** What the page shows. */
    record View(List<Fact> facts, List<DeclarationRow> declarations, Pager pager) {}

    /** A declaration that was made from the submission. */
    record DeclarationRow(NamedLink declaration, NamedLink contest, String status) {}

    @Override
    public ThingKind kind() {
        return ThingKind.SUBMISSION;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts submission = description.facts();
        List<Row> rows = things.rows(StoredQuery.page(declarations, visit.page(), SIZE), description.thing());
        View view = new View(
                facts(description, submission, wording),
                rows.stream().limit(SIZE).map(row -> declaration(row, wording)).toList(),
                Pager.of(paths.to(description.thing()), visit.page(), rows, SIZE));
        return new Page(
                "submission", wording.text("submission.heading"), view, List.of(wording.start()), Optional.empty());
    }

    private static List<Fact> facts(Description description, Facts submission, Wording wording) {
        Optional<Instant> first = description.graph().stream(Node.ANY, Modified.GENERATED_AT, Node.ANY)
                .map(triple -> Instant.parse(triple.getObject().getLiteralLexicalForm()))
                .min(Comparator.naturalOrder());
        int count = description
                .graph()
                .find(Node.ANY, Vocabulary.term("declarationOf"), Node.ANY)
                .toList()
                .size();
        return List.of(
                Fact.of(wording.text("submission.hash"), submission.lastPart()),
                Fact.of(
                        wording.text("declaration.published"),
                        first.map(wording::time).orElseGet(() -> wording.text("not-stated"))),
                Fact.of(wording.text("submission.declarations"), wording.number(count)));
    }

    private DeclarationRow declaration(Row row, Wording wording) {
        Node contest = row.required("contest");
        String version = wording.text("declaration.version", row.text("version").orElse(""));
        return new DeclarationRow(
                paths.link(row.required("declaration"), version),
                paths.link(contest, row.label("contestLabel", "contest")),
                provenance.code(row.node("status"), wording));
    }
}
