package uk.declared.reference;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Maps areas to RDF. An area is called by its last name; the names before are further names. */
final class AreaMapper {
    private static final String METRIC_AREA = "http://www.opengis.net/ont/geosparql#hasMetricArea";

    private final Uris uris;

    AreaMapper(Uris uris) {
        this.uris = uris;
    }

    /**
     * The description of an area of the history.
     *
     * @param above every area that it last lay in
     */
    List<Triple> map(HistoricArea area, Collection<GssCode> above) {
        Triples triples = new Triples();
        Triples.Describing described = identify(area.code(), triples);
        AreaLinks.describe(area.code(), area.until().isEmpty(), described);
        describeNames(area, described);
        area.from().ifPresent(day -> described.le("operativeFrom", day));
        area.until().ifPresent(day -> described.le("operativeUntil", day));
        area.spans().get(0).order().describe(area.code(), described);
        area.last().hectares().ifPresent(hectares -> described.external(METRIC_AREA, squareMetres(hectares)));
        above.forEach(code -> described.le("within", uris.area(code)));
        Set<GssCode> seen = new LinkedHashSet<>();
        for (AreaRecord.Parent parent : area.parents()) {
            boolean again = !seen.add(parent.code());
            describeContainment(area.code(), parent, again, triples);
        }
        return triples.list();
    }

    /** What every area has: type, code, kind, and the URI that statistics know it by. */
    Triples.Describing identify(GssCode code, Triples triples) {
        return triples.about(uris.area(code))
                .a(Vocabulary.term(EntityCodes.isElectoral(code.entity()) ? "ElectoralArea" : "Area"))
                .add(SKOS.notation.asNode(), Literals.text(code.value()))
                .add(AreaKinds.property(), AreaKinds.node(code.entity()))
                .le("statisticalGeography", Uris.statisticalGeography(code));
    }

    private static void describeNames(HistoricArea area, Triples.Describing described) {
        HistoricArea.Span last = area.last();
        name(last.name(), "en").ifPresent(described::label);
        name(last.welshName(), "cy").ifPresent(described::label);
        name(last.gaelicName(), "gd").ifPresent(described::label);
        Set<Node> others = new LinkedHashSet<>();
        for (HistoricArea.Span span : area.spans()) {
            name(span.name(), "en")
                    .filter(name -> !span.name().equals(last.name()))
                    .ifPresent(others::add);
            name(span.welshName(), "cy")
                    .filter(name -> !span.welshName().equals(last.welshName()))
                    .ifPresent(others::add);
            name(span.gaelicName(), "gd")
                    .filter(name -> !span.gaelicName().equals(last.gaelicName()))
                    .ifPresent(others::add);
        }
        others.forEach(name -> described.add(SKOS.altLabel.asNode(), name));
    }

    /**
     * Where an area lies.
     *
     * @param again whether it lay in the same one before, so that the day tells the two apart
     */
    private void describeContainment(GssCode code, AreaRecord.Parent parent, boolean again, Triples triples) {
        String from = again ? parent.from().map(day -> "/" + day).orElse("") : "";
        Node containment = Uris.partOf(uris.area(code), "containment/" + parent.code() + from);
        triples.about(uris.area(code)).le("containment", containment);
        Triples.Describing described = triples.about(containment)
                .a(Vocabulary.term("Containment"))
                .le("containedIn", uris.area(parent.code()));
        parent.from().ifPresent(day -> described.le("operativeFrom", day));
        parent.until().ifPresent(day -> described.le("operativeUntil", day));
    }

    /** From hectares: GeoSPARQL 1.1 gives areas in square metres. */
    private static Node squareMetres(BigDecimal hectares) {
        return Literals.decimal(hectares.movePointRight(4));
    }

    /** A name in a language; absent where it is empty. */
    static Optional<Node> name(String text, String language) {
        return text.isEmpty() ? Optional.empty() : Optional.of(NodeFactory.createLiteralLang(text, language));
    }
}
