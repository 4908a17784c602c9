package uk.declared.projection;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.Rights;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.record.ImportEntry;
import uk.declared.reference.ReferenceRelease;

/** States of a release's graph where it comes from, under which licence, and when it was imported (PROV-O, DCTERMS). */
final class ReleaseProvenance {
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DATASET = "http://www.w3.org/ns/dcat#Dataset";

    private ReleaseProvenance() {}

    /** Under which licence a release may be used: what was stated for it, else its publisher's usual one. */
    static Rights rights(ImportEntry entry, ReferenceRelease.Source source) {
        return entry.rights()
                .orElseGet(() -> source.hasLicence()
                        ? new Rights(Optional.of(URI.create(source.licence())), Optional.empty())
                        : Rights.NOT_STATED);
    }

    static List<Triple> of(Node graph, ImportEntry entry, ReferenceRelease.Source source, Uris uris) {
        Triples triples = new Triples();
        Triples.Describing described = triples.about(graph)
                .a(NodeFactory.createURI(DATASET))
                .external(DCTERMS + "isVersionOf", uris.data(entry.data()))
                .external(DCTERMS + "identifier", Literals.text(entry.release()))
                .external(PROV + "wasDerivedFrom", uris.submission(entry.file()))
                .external(PROV + "generatedAtTime", Literals.dateTime(entry.time()));
        if (!source.uri().isEmpty()) {
            described.external(DCTERMS + "source", NodeFactory.createURI(source.uri()));
        }
        if (!source.name().isEmpty()) {
            described.external(DCTERMS + "creator", Literals.text(source.name()));
        }
        RightsStatements.describe(rights(entry, source), described);
        return triples.list();
    }
}
