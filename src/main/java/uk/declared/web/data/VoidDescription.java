package uk.declared.web.data;

import static uk.declared.web.data.CatalogueParts.say;
import static uk.declared.web.data.CatalogueParts.uri;

import java.net.URI;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.springframework.stereotype.Component;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.web.settings.ServerSettings;

/** Describes everything as a set of links by VoID: how much of what there is, and how many links lead where. */
@Component
final class VoidDescription {
    private final Published published;
    private final PublishedLinks publishedLinks;
    private final Uris uris;
    private final Catalogue catalogue;
    private final CatalogueParts parts;
    private final VocabularyLinks vocabularyLinks;
    private final URI licence;

    VoidDescription(
            Published published,
            PublishedLinks publishedLinks,
            Uris uris,
            Catalogue catalogue,
            CatalogueParts parts,
            VocabularyLinks vocabularyLinks,
            ServerSettings settings) {
        this.vocabularyLinks = vocabularyLinks;
        this.published = published;
        this.publishedLinks = publishedLinks;
        this.uris = uris;
        this.catalogue = catalogue;
        this.parts = parts;
        this.licence = settings.licence();
    }

    Graph graph() {
        Published.Extent extent = published.now();
        Node everything = catalogue.everything();
        Triples triples = new Triples();
        triples.about(uri(uris.base() + "/.well-known/void"))
                .a(VOID.DatasetDescription.asNode())
                .add(uri("http://xmlns.com/foaf/0.1/primaryTopic"), everything);
        Triples.Describing all = triples.about(everything).a(VOID.Dataset.asNode());
        say(all, DCTerms.title.asNode(), language -> parts.text("data.all.title", language));
        say(all, DCTerms.description.asNode(), language -> catalogue.description(extent, language));
        parts.dataset(all, triples);
        parts.ofTheUnitedKingdom(all, triples);
        parts.licence(all, licence, triples);
        parts.describePublisher(triples);
        extent.declared().ifPresent(time -> all.add(DCTerms.modified.asNode(), Literals.dateTime(time)));
        all.add(VOID.triples.asNode(), Literals.integer(extent.triples()))
                .add(VOID.sparqlEndpoint.asNode(), uri(uris.base() + "/sparql"))
                .add(VOID.uriSpace.asNode(), Literals.text(uris.things()))
                .add(VOID.vocabulary.asNode(), uri("https://w3id.org/local-elections#"))
                .add(VOID.classes.asNode(), Literals.integer(extent.classes().size()))
                .add(
                        VOID.properties.asNode(),
                        Literals.integer(extent.properties().size()));
        dumps(DumpSelection.ALL, all);
        if (extent.hasOtherLicences()) {
            dumps(DumpSelection.OTHER_LICENCES, all);
        }
        partitions(extent, all, triples);
        publishedLinks.now().links().forEach(links -> describe(links, "links/", catalogue.everything(), triples));
        vocabularyLinks
                .all()
                .forEach(links -> describe(links, "vocabulary-links/", vocabularyLinks.vocabulary(), triples));
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples.list().forEach(graph::add);
        return graph;
    }

    private void dumps(DumpSelection selection, Triples.Describing all) {
        for (DumpFormat format : DumpFormat.values()) {
            all.add(VOID.dataDump.asNode(), uri(catalogue.dump(selection.name(), format)));
        }
    }

    private void partitions(Published.Extent extent, Triples.Describing all, Triples triples) {
        for (Published.Counted counted : extent.classes()) {
            Node partition = Uris.partOf(catalogue.everything(), "class/" + name(counted.what()));
            all.add(VOID.classPartition.asNode(), partition);
            triples.about(partition)
                    .add(VOID._class.asNode(), counted.what())
                    .add(VOID.entities.asNode(), Literals.integer(counted.count()));
        }
        for (Published.Counted counted : extent.properties()) {
            Node partition = Uris.partOf(catalogue.everything(), "property/" + name(counted.what()));
            all.add(VOID.propertyPartition.asNode(), partition);
            triples.about(partition)
                    .add(VOID.property.asNode(), counted.what())
                    .add(VOID.triples.asNode(), Literals.integer(counted.count()));
        }
    }

    /** @param from what the links lead from */
    private void describe(PublishedLinks.Links links, String below, Node from, Triples triples) {
        Node target = uri(links.target());
        Node set = Uris.partOf(
                catalogue.everything(),
                below + name(links.property()) + "/"
                        + URI.create(links.target()).getHost());
        triples.about(catalogue.everything()).add(VOID.subset.asNode(), set);
        triples.about(set)
                .a(VOID.Linkset.asNode())
                .add(VOID.linkPredicate.asNode(), links.property())
                .add(VOID.subjectsTarget.asNode(), from)
                .add(VOID.objectsTarget.asNode(), target)
                .add(VOID.triples.asNode(), Literals.integer(links.count()));
        triples.about(target).a(VOID.Dataset.asNode()).add(VOID.uriSpace.asNode(), Literals.text(links.target()));
    }

    /** A name for a part, unlikely to meet another's: the last part of the term, with what tells namespaces apart. */
    private static String name(Node term) {
        String uri = term.getURI();
        String local = uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
        return Integer.toHexString(
                        uri.substring(0, uri.length() - local.length()).hashCode()) + "-" + local;
    }
}
