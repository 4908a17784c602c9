package uk.declared.web.data;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Triples;
import uk.declared.release.Release;

/** Describes releases as versions of the data set of everything (DCAT 3, section 11). */
@Component
final class ReleaseCatalogue {
    private static final String DCAT_NS = "http://www.w3.org/ns/dcat#";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final PublishedReleases releases;
    private final MessageSource messages;

    ReleaseCatalogue(PublishedReleases releases, MessageSource messages) {
        this.releases = releases;
        this.messages = messages;
    }

    /** Adds every release to a catalogue. */
    void describe(Node catalogue, Node everything, Node publisher, Triples triples) {
        List<Release> all = releases.all();
        for (Release release : all) {
            Node node = node(release);
            triples.about(catalogue).add(DCAT.dataset.asNode(), node);
            triples.about(everything).add(dcat("hasVersion"), node);
            describe(release, everything, publisher, triples);
        }
        if (!all.isEmpty()) {
            triples.about(everything).add(dcat("hasCurrentVersion"), node(all.get(all.size() - 1)));
        }
    }

    private void describe(Release release, Node everything, Node publisher, Triples triples) {
        Node node = node(release);
        Triples.Describing described = triples.about(node)
                .a(DCAT.Dataset.asNode())
                .add(dcat("version"), Literals.text(Integer.toString(release.number())))
                .add(dcat("isVersionOf"), everything)
                .add(DCTerms.issued.asNode(), Literals.dateTime(release.made()))
                .add(DCTerms.publisher.asNode(), publisher)
                .add(DCTerms.license.asNode(), uri(release.licence()))
                .add(DCTerms.identifier.asNode(), Literals.text(release.page()))
                .add(DCAT.landingPage.asNode(), uri(release.page()));
        text(described, DCTerms.title.asNode(), "data.release.title", release);
        text(described, DCTerms.description.asNode(), "data.release.description", release);
        release.previous()
                .ifPresent(before -> described.add(
                        dcat("previousVersion"),
                        uri(release.base() + ReleaseController.PATH + before.number() + "#it")));
        if (releases.files().withheld(release).isEmpty()) {
            distribution(release, described, triples);
        }
    }

    private static void distribution(Release release, Triples.Describing described, Triples triples) {
        Node distribution = uri(release.page() + "#file");
        Node checksum = uri(release.page() + "#checksum");
        described.add(DCAT.distribution.asNode(), distribution);
        triples.about(distribution)
                .a(DCAT.Distribution.asNode())
                .add(DCTerms.title.asNode(), Literals.english("N-Quads, gzip"))
                .add(DCTerms.license.asNode(), uri(release.licence()))
                .add(DCAT.accessURL.asNode(), uri(release.page()))
                .add(DCAT.downloadURL.asNode(), uri(release.page() + "/" + release.file()))
                .add(DCAT.mediaType.asNode(), uri(MEDIA_TYPES + RdfSyntax.N_QUADS.mediaType()))
                .add(DCAT.compressFormat.asNode(), uri(MEDIA_TYPES + "application/gzip"))
                .add(uri(SPDX + "checksum"), checksum);
        triples.about(checksum)
                .a(uri(SPDX + "Checksum"))
                .add(uri(SPDX + "algorithm"), uri(SPDX + "checksumAlgorithm_sha256"))
                .add(
                        uri(SPDX + "checksumValue"),
                        NodeFactory.createLiteralDT(
                                release.sha256(), org.apache.jena.datatypes.xsd.XSDDatatype.XSDhexBinary));
    }

    private void text(Triples.Describing described, Node property, String key, Release release) {
        for (Locale language : List.of(Locale.UK, Locale.forLanguageTag("cy"))) {
            Object[] arguments = {
                Integer.toString(release.number()), release.made().toString()
            };
            described.add(
                    property,
                    NodeFactory.createLiteralLang(
                            messages.getMessage(key, arguments, language), language.getLanguage()));
        }
    }

    /** The release itself, told apart from the page about it. */
    private static Node node(Release release) {
        return uri(release.page() + "#it");
    }

    private static Node dcat(String name) {
        return uri(DCAT_NS + name);
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }
}
