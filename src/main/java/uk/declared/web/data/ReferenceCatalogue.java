package uk.declared.web.data;

import static uk.declared.web.data.CatalogueParts.say;
import static uk.declared.web.data.CatalogueParts.uri;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Licences;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * Describes what is published beside the results: each release of reference data (geography, boundaries, tables of the census,
 * parties, composition, notional results) and what it is one of, and the statistics derived from results.
 */
@Component
final class ReferenceCatalogue {
    private static final Node ATTRIBUTION = uri("http://creativecommons.org/ns#attributionName");
    private static final Node IN_SERIES = uri(DCAT.NS + "inSeries");
    private static final Node SERIES = uri(DCAT.NS + "DatasetSeries");
    private static final List<String> KINDS =
            List.of("geography", "boundaries", "census", "parties", "composition", "notional");

    private final Store store;
    private final Uris uris;
    private final CatalogueParts parts;
    private final Distributions distributions;
    private final ServerSettings settings;

    ReferenceCatalogue(
            Store store, Uris uris, CatalogueParts parts, Distributions distributions, ServerSettings settings) {
        this.store = store;
        this.uris = uris;
        this.parts = parts;
        this.distributions = distributions;
        this.settings = settings;
    }

    /**
     * A release of reference data.
     *
     * @param series what it is a release of
     * @param attribution whom to name; empty where nobody is stated
     */
    record Released(Node node, Node series, String name, Instant time, Optional<URI> licence, String attribution) {
        /** The last part of what it is a release of: {@code census}. */
        String kind() {
            return Uris.lastPart(series);
        }
    }

    /** All releases that are in force. */
    List<Released> releases() {
        return rows("data-reference").stream()
                .filter(row -> row.node("release").isPresent())
                .map(row -> new Released(
                        row.required("release"),
                        row.required("series"),
                        row.text("label").or(() -> row.text("identifier")).orElse(""),
                        Instant.parse(row.text("time").orElseThrow()),
                        row.node("licence").filter(Node::isURI).map(node -> Licences.usual(URI.create(node.getURI()))),
                        row.text("attribution").orElse("")))
                .toList();
    }

    /** Whom to name when the results of an election are used, by the election. */
    Map<Node, Set<String>> attributions() {
        Map<Node, Set<String>> all = new LinkedHashMap<>();
        rows("data-attributions").stream()
                .filter(row -> row.node("election").isPresent())
                .forEach(row -> all.computeIfAbsent(row.required("election"), none -> new LinkedHashSet<>())
                        .add(row.text("attribution").orElse("")));
        return all;
    }

    /** Adds all to a catalogue. */
    void describe(Node catalogue, Node service, Triples triples) {
        List<Released> releases = releases();
        releases.stream()
                .map(Released::series)
                .distinct()
                .forEach(series -> describeSeries(series, catalogue, triples));
        releases.forEach(release -> describe(release, catalogue, triples));
        describeStatistics(catalogue, service, triples);
    }

    private void describeSeries(Node series, Node catalogue, Triples triples) {
        triples.about(catalogue).add(DCAT.dataset.asNode(), series);
        Triples.Describing described = triples.about(series).a(SERIES).a(DCAT.Dataset.asNode());
        String kind = Uris.lastPart(series);
        String key = KINDS.contains(kind) ? kind : "other";
        say(described, DCTerms.title.asNode(), language -> parts.text("data.reference." + key, language));
        say(described, DCTerms.description.asNode(), language -> parts.text("data.reference.description", language));
        common(described, series, kind, triples);
        distributions.graph(series, "ttl", Optional.empty(), triples);
    }

    private void describe(Released release, Node catalogue, Triples triples) {
        triples.about(catalogue).add(DCAT.dataset.asNode(), release.node());
        String key = KINDS.contains(release.kind()) ? release.kind() : "other";
        Triples.Describing described =
                triples.about(release.node()).a(DCAT.Dataset.asNode()).add(IN_SERIES, release.series());
        say(
                described,
                DCTerms.title.asNode(),
                language -> parts.text("data.reference." + key, language) + ": " + release.name());
        say(
                described,
                DCTerms.description.asNode(),
                language -> parts.text("data.reference.release", language, release.name())
                        + (release.attribution().isEmpty()
                                ? ""
                                : " " + parts.text("data.attribution", language, release.attribution())));
        common(described, release.node(), release.kind() + "/" + release.name(), triples);
        described.add(DCTerms.modified.asNode(), Literals.dateTime(release.time()));
        if (!release.attribution().isEmpty()) {
            described.add(ATTRIBUTION, Literals.text(release.attribution()));
        }
        release.licence()
                .ifPresentOrElse(
                        licence -> parts.licence(described, licence, triples),
                        () -> described.add(DCTerms.rights.asNode(), RightsStatements.NOT_EVALUATED));
        for (String suffix : List.of("ttl", "nt")) {
            distributions.graph(release.node(), suffix, release.licence(), triples);
        }
    }

    private void common(Triples.Describing described, Node node, String identifier, Triples triples) {
        parts.dataset(described, triples);
        parts.ofTheUnitedKingdom(described, triples);
        described.add(DCTerms.identifier.asNode(), Literals.text(identifier));
        parts.document(described, DCAT.landingPage.asNode(), node, triples);
    }

    private void describeStatistics(Node catalogue, Node service, Triples triples) {
        Set<Node> seen = new LinkedHashSet<>();
        for (Row row : rows("data-cubes")) {
            Optional<Node> cube = row.node("cube").filter(node -> node.getURI().startsWith(uris.base() + "/"));
            if (cube.isEmpty()) {
                continue;
            }
            Triples.Describing described = triples.about(cube.get())
                    .add(DCTerms.title.asNode(), copy(row.required("title")))
                    .add(DCTerms.description.asNode(), copy(row.required("description")));
            if (seen.add(cube.get())) {
                triples.about(catalogue).add(DCAT.dataset.asNode(), cube.get());
                described.a(DCAT.Dataset.asNode());
                String name = cube.get().getURI().substring((uris.base() + "/data/").length());
                common(described, cube.get(), name, triples);
                parts.licence(described, settings.licence(), triples);
                distributions.endpoint(cube.get(), service, settings.licence(), triples);
            }
        }
    }

    private static Node copy(Node text) {
        return NodeFactory.createLiteralLang(text.getLiteralLexicalForm(), text.getLiteralLanguage());
    }

    private List<Row> rows(String query) {
        return store.select(StoredQuery.read(query), uris.forQueries(), Row::all);
    }
}
