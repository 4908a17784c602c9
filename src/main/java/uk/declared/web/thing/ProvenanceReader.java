package uk.declared.web.thing;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Provenance;
import uk.declared.web.vocabulary.Vocabularies;

/** Reads where the versions of a contest's result come from. */
@Component
final class ProvenanceReader {
    static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    static final Node PAGE = NodeFactory.createURI("http://xmlns.com/foaf/0.1/page");

    private static final int SHOWN_OF_HASH = 12;

    private final LocalPaths paths;
    private final Vocabularies vocabularies;

    ProvenanceReader(LocalPaths paths, Vocabularies vocabularies) {
        this.paths = paths;
        this.vocabularies = vocabularies;
    }

    /** The declarations of a contest, the latest first. */
    List<Provenance> of(Facts contest, Wording wording) {
        return Declarations.latestFirst(contest).stream()
                .map(declaration -> provenance(declaration, wording))
                .toList();
    }

    private Provenance provenance(Facts declaration, Wording wording) {
        String version = declaration.integer("version").map(wording::number).orElse("");
        return new Provenance(
                paths.link(declaration.thing(), wording.text("declaration.version", version)),
                code(declaration.one("declarationStatus"), wording),
                code(declaration.one("source"), wording),
                declaration.time(Modified.GENERATED_AT).map(wording::time).orElseGet(() -> wording.text("not-stated")),
                declaration.value(DERIVED_FROM).map(this::submission),
                declaration.value(PAGE).map(page -> new NamedLink(page.getURI(), page.getURI())));
    }

    /** What a code is called, or that there is none. */
    String code(Optional<Node> code, Wording wording) {
        return code.map(node -> vocabularies.label(node, wording.locale())).orElseGet(() -> wording.text("not-stated"));
    }

    /** A link to a submission by the beginning of its hash. */
    NamedLink submission(Node submission) {
        String hash = Uris.lastPart(submission);
        return paths.link(submission, hash.substring(0, Math.min(SHOWN_OF_HASH, hash.length())) + "…");
    }
}
