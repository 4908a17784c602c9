package uk.declared.web.data;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.declared.dump.DumpFormat;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.web.ServerSettings;
import uk.declared.web.table.TableFile;

/**
 * Describes what is published by DCAT 3 (as DCAT-AP 3.0.1 asks) and VoID: the catalogue, the data set of everything, one of
 * each election, their dumps, and the SPARQL endpoint.
 */
@Component
final class Catalogue {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final Node UNITED_KINGDOM = uri("http://statistics.data.gov.uk/id/statistical-geography/K02000001");
    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.forLanguageTag("cy"));

    private final Published published;
    private final ReleaseCatalogue releases;
    private final Uris uris;
    private final MessageSource messages;
    private final URI licence;

    Catalogue(
            Published published,
            ReleaseCatalogue releases,
            Uris uris,
            MessageSource messages,
            ServerSettings settings) {
        this.published = published;
        this.releases = releases;
        this.uris = uris;
        this.messages = messages;
        this.licence = settings.licence();
    }

    Node catalogue() {
        return uri(uris.base() + "/data");
    }

    Node everything() {
        return uris.data("dataset/all");
    }

    /** Where a dump is. */
    String dump(String name, DumpFormat format) {
        return uris.base() + "/data/dumps/" + name + "." + format.suffix() + ".gz";
    }

    /** The catalogue. */
    Graph dcat() {
        Published.Extent extent = published.now();
        Triples triples = new Triples();
        Triples.Describing catalogue = triples.about(catalogue()).a(DCAT.Catalog.asNode());
        texts(catalogue, "data.catalogue.title", "data.catalogue.description");
        common(catalogue, extent);
        catalogue.add(uri(FOAF + "homepage"), uri(uris.base() + "/"));
        triples.about(publisher())
                .a(uri(FOAF + "Agent"))
                .a(uri(FOAF + "Organization"))
                .add(uri(FOAF + "name"), Literals.text("Declared, " + uris.base()));
        catalogue.add(DCAT.dataset.asNode(), everything());
        describeEverything(extent, triples);
        extent.elections().forEach(election -> {
            catalogue.add(DCAT.dataset.asNode(), dataset(election));
            describe(election, triples);
        });
        releases.describe(catalogue(), everything(), publisher(), triples);
        describeService(triples);
        catalogue.add(DCAT.service.asNode(), service());
        return graph(triples);
    }

    /** The whole as a set of links: how much of what, and how many links lead where. */
    Graph voidDescription() {
        Published.Extent extent = published.now();
        Triples triples = new Triples();
        Node document = uri(uris.base() + "/.well-known/void");
        triples.about(document).a(VOID.DatasetDescription.asNode()).add(uri(FOAF + "primaryTopic"), everything());
        Triples.Describing all = triples.about(everything()).a(VOID.Dataset.asNode());
        texts(all, "data.all.title", "data.all.description");
        common(all, extent);
        all.add(VOID.triples.asNode(), Literals.integer(extent.triples()))
                .add(VOID.sparqlEndpoint.asNode(), uri(uris.base() + "/sparql"))
                .add(VOID.uriSpace.asNode(), Literals.text(uris.base() + "/id/"))
                .add(VOID.vocabulary.asNode(), uri("https://w3id.org/local-elections#"))
                .add(VOID.dataDump.asNode(), uri(dump("all", DumpFormat.N_QUADS)))
                .add(VOID.dataDump.asNode(), uri(dump("all", DumpFormat.TRIG)))
                .add(VOID.classes.asNode(), Literals.integer(extent.classes().size()))
                .add(
                        VOID.properties.asNode(),
                        Literals.integer(extent.properties().size()));
        for (Published.Counted counted : extent.classes()) {
            Node partition = Uris.partOf(everything(), "class/" + name(counted.what()));
            all.add(VOID.classPartition.asNode(), partition);
            triples.about(partition)
                    .add(VOID._class.asNode(), counted.what())
                    .add(VOID.entities.asNode(), Literals.integer(counted.count()));
        }
        for (Published.Counted counted : extent.properties()) {
            Node partition = Uris.partOf(everything(), "property/" + name(counted.what()));
            all.add(VOID.propertyPartition.asNode(), partition);
            triples.about(partition)
                    .add(VOID.property.asNode(), counted.what())
                    .add(VOID.triples.asNode(), Literals.integer(counted.count()));
        }
        extent.links().forEach(links -> describe(links, triples));
        return graph(triples);
    }

    private void describe(Published.Links links, Triples triples) {
        Node target = uri(links.target());
        Node set = Uris.partOf(
                everything(),
                "links/" + name(links.property()) + "/"
                        + URI.create(links.target()).getHost());
        triples.about(everything()).add(VOID.subset.asNode(), set);
        triples.about(set)
                .a(VOID.Linkset.asNode())
                .add(VOID.linkPredicate.asNode(), links.property())
                .add(VOID.subjectsTarget.asNode(), everything())
                .add(VOID.objectsTarget.asNode(), target)
                .add(VOID.triples.asNode(), Literals.integer(links.count()));
        triples.about(target).a(VOID.Dataset.asNode());
    }

    private void describeEverything(Published.Extent extent, Triples triples) {
        Triples.Describing all =
                triples.about(everything()).a(DCAT.Dataset.asNode()).a(VOID.Dataset.asNode());
        texts(all, "data.all.title", "data.all.description");
        common(all, extent);
        all.add(DCAT.landingPage.asNode(), catalogue())
                .add(VOID.triples.asNode(), Literals.integer(extent.triples()))
                .add(uri("http://www.w3.org/ns/prov#wasDerivedFrom"), uris.data("record"));
        if (extent.first().isPresent() && extent.last().isPresent()) {
            Node period = Uris.partOf(everything(), "period");
            all.add(DCTerms.temporal.asNode(), period);
            triples.about(period)
                    .a(DCTerms.PeriodOfTime.asNode())
                    .add(DCAT.startDate.asNode(), Literals.date(extent.first().get()))
                    .add(DCAT.endDate.asNode(), Literals.date(extent.last().get()));
        }
        distributions("all", everything(), all, triples);
        Node access = Uris.partOf(everything(), "sparql");
        all.add(DCAT.distribution.asNode(), access);
        triples.about(access)
                .a(DCAT.Distribution.asNode())
                .add(DCTerms.title.asNode(), Literals.english("SPARQL"))
                .add(DCTerms.license.asNode(), uri(licence.toString()))
                .add(DCAT.accessURL.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.accessService.asNode(), service());
    }

    private void describe(Published.Election election, Triples triples) {
        Triples.Describing dataset = triples.about(dataset(election)).a(DCAT.Dataset.asNode());
        for (Locale language : LANGUAGES) {
            String tag = language.getLanguage();
            dataset.add(DCTerms.title.asNode(), NodeFactory.createLiteralLang(election.label(), tag))
                    .add(
                            DCTerms.description.asNode(),
                            NodeFactory.createLiteralLang(
                                    messages.getMessage(
                                            "data.election.description",
                                            new Object[] {election.label(), election.contests()},
                                            language),
                                    tag));
        }
        dataset.add(DCTerms.identifier.asNode(), Literals.text(election.id()))
                .add(DCTerms.publisher.asNode(), publisher())
                .add(DCTerms.license.asNode(), uri(licence.toString()))
                .add(DCTerms.subject.asNode(), election.node())
                .add(DCAT.theme.asNode(), uri(EU + "data-theme/GOVE"))
                .add(DCAT.landingPage.asNode(), uri(uris.base() + "/doc/election/" + election.id()))
                .add(DCTerms.isPartOf.asNode(), everything());
        election.area().ifPresent(area -> dataset.add(DCTerms.spatial.asNode(), area));
        election.declared().ifPresent(time -> dataset.add(DCTerms.modified.asNode(), Literals.dateTime(time)));
        Node period = Uris.partOf(dataset(election), "period");
        dataset.add(DCTerms.temporal.asNode(), period);
        triples.about(period)
                .a(DCTerms.PeriodOfTime.asNode())
                .add(DCAT.startDate.asNode(), Literals.date(election.day()))
                .add(DCAT.endDate.asNode(), Literals.date(election.day()));
        distributions(election.id(), dataset(election), dataset, triples);
        describeTable(election, dataset, triples);
    }

    private void describeTable(Published.Election election, Triples.Describing dataset, Triples triples) {
        Node table = Uris.partOf(dataset(election), "csv");
        String document = uris.base() + "/doc/election/" + election.id();
        dataset.add(DCAT.distribution.asNode(), table);
        triples.about(table)
                .a(DCAT.Distribution.asNode())
                .add(DCTerms.title.asNode(), Literals.english("CSV"))
                .add(DCTerms.license.asNode(), uri(licence.toString()))
                .add(DCAT.accessURL.asNode(), uri(document))
                .add(DCAT.downloadURL.asNode(), uri(document + TableFile.SUFFIX))
                .add(DCAT.mediaType.asNode(), uri(MEDIA_TYPES + "text/csv"))
                .add(DCTerms.conformsTo.asNode(), uri("http://www.w3.org/ns/csvw"));
    }

    private void distributions(String name, Node dataset, Triples.Describing described, Triples triples) {
        for (DumpFormat format : DumpFormat.values()) {
            Node distribution = Uris.partOf(dataset, format.suffix());
            described.add(DCAT.distribution.asNode(), distribution);
            triples.about(distribution)
                    .a(DCAT.Distribution.asNode())
                    .add(
                            DCTerms.title.asNode(),
                            Literals.english(format == DumpFormat.TRIG ? "TriG, gzip" : "N-Quads, gzip"))
                    .add(DCTerms.license.asNode(), uri(licence.toString()))
                    .add(DCAT.accessURL.asNode(), catalogue())
                    .add(DCAT.downloadURL.asNode(), uri(dump(name, format)))
                    .add(DCAT.mediaType.asNode(), uri(MEDIA_TYPES + format.mediaType()))
                    .add(DCAT.compressFormat.asNode(), uri(MEDIA_TYPES + "application/gzip"));
        }
    }

    private void describeService(Triples triples) {
        triples.about(service())
                .a(DCAT.DataService.asNode())
                .add(DCTerms.title.asNode(), Literals.english("SPARQL endpoint"))
                .add(DCTerms.publisher.asNode(), publisher())
                .add(DCTerms.license.asNode(), uri(licence.toString()))
                .add(DCTerms.conformsTo.asNode(), uri("http://www.w3.org/TR/sparql11-protocol/"))
                .add(DCAT.endpointURL.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.endpointDescription.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.servesDataset.asNode(), everything());
    }

    private void common(Triples.Describing described, Published.Extent extent) {
        described
                .add(DCTerms.publisher.asNode(), publisher())
                .add(DCTerms.license.asNode(), uri(licence.toString()))
                .add(DCTerms.language.asNode(), uri(EU + "language/ENG"))
                .add(DCTerms.language.asNode(), uri(EU + "language/CYM"))
                .add(DCTerms.spatial.asNode(), UNITED_KINGDOM)
                .add(DCAT.theme.asNode(), uri(EU + "data-theme/GOVE"));
        extent.declared().ifPresent(time -> described.add(DCTerms.modified.asNode(), Literals.dateTime(time)));
    }

    private void texts(Triples.Describing described, String title, String description) {
        for (Locale language : LANGUAGES) {
            String tag = language.getLanguage();
            described
                    .add(
                            DCTerms.title.asNode(),
                            NodeFactory.createLiteralLang(messages.getMessage(title, new Object[0], language), tag))
                    .add(
                            DCTerms.description.asNode(),
                            NodeFactory.createLiteralLang(
                                    messages.getMessage(description, new Object[0], language), tag));
        }
    }

    private Node dataset(Published.Election election) {
        return uris.data("dataset/" + election.id());
    }

    private Node publisher() {
        return uris.data("publisher");
    }

    private Node service() {
        return uris.data("sparql");
    }

    /** A name for a part, unlikely to meet another's: the last part of the term, with what tells namespaces apart. */
    private static String name(Node term) {
        String uri = term.getURI();
        String local = uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
        return Integer.toHexString(
                        uri.substring(0, uri.length() - local.length()).hashCode()) + "-" + local;
    }

    private static Graph graph(Triples triples) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples.list().forEach(graph::add);
        return graph;
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }
}
