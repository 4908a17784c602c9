package uk.declared.web.data;

import static uk.declared.web.data.CatalogueParts.say;
import static uk.declared.web.data.CatalogueParts.uri;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.linkeddata.Licences;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.web.settings.ServerSettings;

/**
 * Describes what is published by DCAT 3 (as DCAT-AP 3.0.1 asks): the catalogue, the data set of everything, one of each
 * election, one of what is not under an open licence, their dumps, and the SPARQL endpoint.
 */
@Component
final class Catalogue {
    private static final Node ATTRIBUTION = uri("http://creativecommons.org/ns#attributionName");

    private final Published published;
    private final ReleaseCatalogue releases;
    private final Uris uris;
    private final CatalogueParts parts;
    private final Distributions distributions;
    private final ReferenceCatalogue reference;
    private final boolean streams;
    private final URI licence;

    /** @param deployment is there where the record is, which the event streams are read from */
    Catalogue(
            Published published,
            ReleaseCatalogue releases,
            Uris uris,
            CatalogueParts parts,
            Distributions distributions,
            ReferenceCatalogue reference,
            ObjectProvider<Deployment> deployment,
            ServerSettings settings) {
        this.reference = reference;
        this.streams = deployment.stream().findAny().isPresent();
        this.published = published;
        this.releases = releases;
        this.uris = uris;
        this.parts = parts;
        this.distributions = distributions;
        this.licence = settings.licence();
    }

    Node catalogue() {
        return uri(uris.base() + "/data");
    }

    Node everything() {
        return uris.data("dataset/all");
    }

    Node dataset(Published.Election election) {
        return uris.data("dataset/" + election.id());
    }

    private Node otherLicences() {
        return uris.data("dataset/" + DumpSelection.OTHER_LICENCES.name());
    }

    /** Where a dump is. */
    String dump(String name, DumpFormat format) {
        return distributions.dump(name, format);
    }

    /** Where to ask, where that is stated. */
    Optional<String> email() {
        return parts.email();
    }

    /** Who publishes it. */
    String publisher() {
        return parts.name();
    }

    /** Begins to make what is not too large, so that its size is known. */
    void prepareDumps() {
        Published.Extent extent = published.now();
        List<DumpSelection> open = new ArrayList<>(List.of(DumpSelection.ALL));
        extent.elections().stream()
                .filter(election -> election.terms().open() > 0)
                .flatMap(election -> DumpSelection.parse(election.id()).stream())
                .forEach(open::add);
        if (extent.hasOtherLicences()) {
            open.add(DumpSelection.OTHER_LICENCES);
        }
        distributions.prepare(open, extent.triples(), extent.version());
    }

    /** The catalogue. */
    Graph dcat() {
        Published.Extent extent = published.now();
        Triples triples = new Triples();
        Triples.Describing catalogue = triples.about(catalogue()).a(DCAT.Catalog.asNode());
        parts.document(catalogue, uri("http://xmlns.com/foaf/0.1/homepage"), uri(uris.base() + "/"), triples);
        say(catalogue, DCTerms.title.asNode(), language -> parts.text("data.catalogue.title", language));
        say(catalogue, DCTerms.description.asNode(), language -> parts.text("data.catalogue.description", language));
        parts.common(catalogue, triples);
        parts.licence(catalogue, licence, triples);
        parts.ofTheUnitedKingdom(catalogue, triples);
        modified(catalogue, extent);
        parts.describePublisher(triples);
        describeEverything(extent, triples);
        catalogue.add(DCAT.dataset.asNode(), everything());
        Map<Node, Set<String>> attributions = reference.attributions();
        extent.elections().forEach(election -> {
            catalogue.add(DCAT.dataset.asNode(), dataset(election));
            describe(election, attributions.getOrDefault(election.node(), Set.of()), triples);
        });
        if (extent.hasOtherLicences()) {
            catalogue.add(DCAT.dataset.asNode(), otherLicences());
            describeOtherLicences(extent, triples);
        }
        reference.describe(catalogue(), service(), triples);
        releases.describe(catalogue(), everything(), parts.publisher(), triples);
        describeService(triples);
        catalogue.add(DCAT.service.asNode(), service());
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples.list().forEach(graph::add);
        return graph;
    }

    private void describeEverything(Published.Extent extent, Triples triples) {
        Triples.Describing all =
                triples.about(everything()).a(DCAT.Dataset.asNode()).a(VOID.Dataset.asNode());
        say(all, DCTerms.title.asNode(), language -> parts.text("data.all.title", language));
        say(all, DCTerms.description.asNode(), language -> description(extent, language));
        parts.dataset(all, triples);
        parts.licence(all, licence, triples);
        parts.ofTheUnitedKingdom(all, triples);
        modified(all, extent);
        all.add(DCTerms.identifier.asNode(), Literals.text("all"))
                .add(uri("http://www.w3.org/ns/prov#wasDerivedFrom"), uris.data("record"));
        parts.document(all, DCAT.landingPage.asNode(), catalogue(), triples);
        if (extent.first().isPresent() && extent.last().isPresent()) {
            parts.period(all, everything(), extent.first().get(), extent.last().get(), triples);
        }
        distributions.dumps(DumpSelection.ALL.name(), everything(), triples);
        distributions.endpoint(everything(), service(), extent.terms(), triples);
        if (streams) {
            distributions.streams(everything(), extent.terms(), triples);
        }
    }

    private void describe(Published.Election election, Set<String> attributions, Triples triples) {
        Node node = dataset(election);
        Triples.Describing dataset = triples.about(node).a(DCAT.Dataset.asNode());
        say(dataset, DCTerms.title.asNode(), language -> election.label());
        say(dataset, DCTerms.description.asNode(), language -> description(election, language));
        parts.dataset(dataset, triples);
        dataset.add(DCTerms.identifier.asNode(), Literals.text(election.id()))
                .add(DCTerms.subject.asNode(), election.node())
                .add(DCTerms.isPartOf.asNode(), everything());
        parts.document(dataset, DCAT.landingPage.asNode(), uri(uris.base() + Uris.ELECTIONS + election.id()), triples);
        parts.rights(dataset, election.terms(), triples);
        attributions.forEach(name -> dataset.add(ATTRIBUTION, Literals.text(name)));
        election.area()
                .ifPresentOrElse(
                        area -> parts.spatial(dataset, area, triples),
                        () -> parts.ofTheUnitedKingdom(dataset, triples));
        election.declared().ifPresent(time -> dataset.add(DCTerms.modified.asNode(), Literals.dateTime(time)));
        parts.period(dataset, node, election.day(), election.day(), triples);
        if (election.terms().open() > 0) {
            distributions.dumps(election.id(), node, triples);
        }
        distributions.table(election, node, triples);
    }

    private void describeOtherLicences(Published.Extent extent, Triples triples) {
        Triples.Describing others = triples.about(otherLicences()).a(DCAT.Dataset.asNode());
        say(others, DCTerms.title.asNode(), language -> parts.text("data.other-licences.title", language));
        say(
                others,
                DCTerms.description.asNode(),
                language -> parts.text("data.other-licences.description", language) + " "
                        + leftOut(extent.terms(), language));
        parts.dataset(others, triples);
        parts.ofTheUnitedKingdom(others, triples);
        modified(others, extent);
        others.add(DCTerms.identifier.asNode(), Literals.text(DumpSelection.OTHER_LICENCES.name()));
        parts.document(others, DCAT.landingPage.asNode(), catalogue(), triples);
        distributions.otherDumps(
                DumpSelection.OTHER_LICENCES.name(),
                otherLicences(),
                extent.terms().onlyClosed(),
                triples);
    }

    private void describeService(Triples triples) {
        Node protocol = uri("http://www.w3.org/TR/sparql11-protocol/");
        triples.about(protocol).a(DCTerms.Standard.asNode());
        Triples.Describing service = triples.about(service())
                .a(DCAT.DataService.asNode())
                .add(DCTerms.conformsTo.asNode(), protocol)
                .add(DCAT.endpointURL.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.endpointDescription.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.servesDataset.asNode(), everything());
        say(service, DCTerms.title.asNode(), language -> parts.text("data.service.title", language));
        parts.common(service, triples);
        parts.licence(service, licence, triples);
    }

    /** What the data set of everything is, and what its dumps leave out. */
    String description(Published.Extent extent, Locale language) {
        return parts.text("data.all.description", language) + after(leftOut(extent.terms(), language));
    }

    /** What the data set of an election is, and what its dumps leave out. */
    String description(Published.Election election, Locale language) {
        return parts.text("data.election.description", language, election.label(), election.contests())
                + after(leftOut(election.terms(), language));
    }

    private static String after(String sentence) {
        return sentence.isEmpty() ? "" : " " + sentence;
    }

    /** A sentence on what is not under an open licence; empty where everything is. */
    private String leftOut(Published.Terms terms, Locale language) {
        if (terms.closed() == 0) {
            return "";
        }
        List<String> each = new ArrayList<>();
        terms.onlyClosed()
                .licences()
                .forEach((under, contests) -> each.add(
                        parts.text("data.left-out.licence", language, contests, Licences.name(under, language))));
        if (terms.unknown() > 0) {
            each.add(parts.text("data.left-out.unknown", language, terms.unknown()));
        }
        return parts.text("data.left-out", language, String.join("; ", each));
    }

    private static void modified(Triples.Describing described, Published.Extent extent) {
        extent.declared().ifPresent(time -> described.add(DCTerms.modified.asNode(), Literals.dateTime(time)));
    }

    private Node service() {
        return uris.data("sparql");
    }
}
