package uk.declared.web.data;

import static uk.declared.web.data.CatalogueParts.uri;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.table.TableFile;

/** Describes the files in which a data set can be had, and the endpoint by which it can be asked. */
@Component
final class Distributions {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String AVAILABLE =
            "http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE";

    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final Published.Terms UNKNOWN = new Published.Terms(Map.of(), 1);

    private final Uris uris;
    private final CatalogueParts parts;
    private final DumpFiles files;
    private final URI usual;

    Distributions(Uris uris, CatalogueParts parts, DumpFiles files, ServerSettings settings) {
        this.files = files;
        this.uris = uris;
        this.parts = parts;
        this.usual = settings.licence();
    }

    /** Where a dump is. */
    String dump(String name, DumpFormat format) {
        return uris.base() + "/data/dumps/" + name + "." + format.suffix() + ".gz";
    }

    /** Makes dumps by and by. */
    void prepare(List<DumpSelection> selections, long triples, String version) {
        files.prepare(selections, triples, version);
    }

    /** The open dumps of a data set. */
    void dumps(String name, Node dataset, Triples triples) {
        for (DumpFormat format : DumpFormat.values()) {
            parts.licence(dump(name, dataset, format, triples), usual, triples);
        }
    }

    /** The dumps of what is under other licences. */
    void otherDumps(String name, Node dataset, Published.Terms terms, Triples triples) {
        for (DumpFormat format : DumpFormat.values()) {
            parts.rights(dump(name, dataset, format, triples), terms, triples);
        }
    }

    /** A named graph at its own address. */
    void graph(Node graph, String suffix, Optional<URI> licence, Triples triples) {
        RdfSyntax syntax = suffix.equals(RdfSyntax.TURTLE.suffix()) ? RdfSyntax.TURTLE : RdfSyntax.N_TRIPLES;
        Triples.Describing described = distribution(
                        Uris.partOf(uris.data("dataset"), key(graph) + "/" + suffix), graph, syntax.title(), triples)
                .add(DCAT.accessURL.asNode(), graph)
                .add(DCAT.downloadURL.asNode(), uri(graph.getURI() + "." + suffix));
        format(described, syntax, triples);
        licence.ifPresentOrElse(
                under -> parts.licence(described, under, triples), () -> parts.rights(described, UNKNOWN, triples));
    }

    private String key(Node graph) {
        return graph.getURI().substring((uris.base() + "/data/").length());
    }

    /** The event streams, by which programs keep a copy. */
    void streams(Node dataset, Published.Terms terms, Triples triples) {
        Node ldes = uri("https://w3id.org/ldes/specification");
        triples.about(ldes).a(DCTerms.Standard.asNode());
        for (String path : List.of("/ldes", "/ldes/statistics", "/ldes/reference")) {
            Triples.Describing described = distribution(
                            Uris.partOf(dataset, "stream" + path.substring("/ldes".length())),
                            dataset,
                            "Linked Data Event Stream, " + path,
                            triples)
                    .add(DCAT.accessURL.asNode(), uri(uris.base() + path))
                    .add(DCTerms.conformsTo.asNode(), ldes);
            format(described, RdfSyntax.TRIG, triples);
            underOne(described, terms, triples);
        }
    }

    /** The endpoint, by which a data set of one licence can be asked. */
    void endpoint(Node dataset, Node service, URI licence, Triples triples) {
        Triples.Describing described = distribution(
                        Uris.partOf(uris.data("dataset"), key(dataset) + "/sparql"), dataset, "SPARQL", triples)
                .add(DCAT.accessURL.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.accessService.asNode(), service);
        format(described, "SPARQLQRES", "application/sparql-results+json", triples);
        parts.licence(described, licence, triples);
    }

    private void underOne(Triples.Describing described, Published.Terms terms, Triples triples) {
        if (terms.closed() == 0) {
            parts.licence(described, usual, triples);
        } else {
            parts.rights(described, terms, triples);
        }
    }

    private Triples.Describing dump(String name, Node dataset, DumpFormat format, Triples triples) {
        Node distribution = Uris.partOf(dataset, format.suffix());
        Triples.Describing described = distribution(
                        distribution, dataset, format == DumpFormat.TRIG ? "TriG, gzip" : "N-Quads, gzip", triples)
                .add(DCAT.accessURL.asNode(), uri(uris.base() + "/data"))
                .add(DCAT.downloadURL.asNode(), uri(dump(name, format)))
                .add(DCAT.compressFormat.asNode(), mediaType("application/gzip", triples));
        format(described, format.syntax(), triples);
        files.made(name, format).ifPresent(made -> size(described, distribution, made, triples));
        return described;
    }

    /** How large a dump is and what its checksum is, once it is made. */
    private static void size(Triples.Describing described, Node distribution, Dump made, Triples triples) {
        Node checksum = Uris.partOf(distribution, "checksum");
        Node algorithm = uri(SPDX + "checksumAlgorithm_sha256");
        described
                .add(
                        DCAT.byteSize.asNode(),
                        NodeFactory.createLiteralDT(
                                Long.toString(made.file().toFile().length()), XSDDatatype.XSDnonNegativeInteger))
                .add(uri(SPDX + "checksum"), checksum);
        triples.about(algorithm).a(uri(SPDX + "ChecksumAlgorithm"));
        triples.about(checksum)
                .a(uri(SPDX + "Checksum"))
                .add(uri(SPDX + "algorithm"), algorithm)
                .add(uri(SPDX + "checksumValue"), NodeFactory.createLiteralDT(made.sha256(), XSDDatatype.XSDhexBinary));
    }

    /** The results of an election as a table. */
    void table(Published.Election election, Node dataset, Triples triples) {
        String document = uris.base() + Uris.ELECTIONS + election.id();
        Node csvw = uri("http://www.w3.org/ns/csvw");
        triples.about(csvw).a(DCTerms.Standard.asNode());
        Triples.Describing described = distribution(Uris.partOf(dataset, "csv"), dataset, "CSV", triples)
                .add(DCAT.accessURL.asNode(), uri(document))
                .add(DCAT.downloadURL.asNode(), uri(document + TableFile.SUFFIX))
                .add(DCTerms.conformsTo.asNode(), csvw);
        format(described, "CSV", "text/csv", triples);
        parts.rights(described, election.terms(), triples);
    }

    /** The endpoint, by which everything can be asked. */
    void endpoint(Node dataset, Node service, Published.Terms terms, Triples triples) {
        Triples.Describing described = distribution(Uris.partOf(dataset, "sparql"), dataset, "SPARQL", triples)
                .add(DCAT.accessURL.asNode(), uri(uris.base() + "/sparql"))
                .add(DCAT.accessService.asNode(), service);
        format(described, "SPARQLQRES", "application/sparql-results+json", triples);
        underOne(described, terms, triples);
    }

    private Triples.Describing distribution(Node distribution, Node dataset, String title, Triples triples) {
        triples.about(dataset).add(DCAT.distribution.asNode(), distribution);
        return triples.about(distribution)
                .a(DCAT.Distribution.asNode())
                .add(DCTerms.title.asNode(), Literals.english(title))
                .add(uri("http://data.europa.eu/r5r/availability"), available(triples));
    }

    private static Node available(Triples triples) {
        Node available = uri(AVAILABLE);
        triples.about(available).a(SKOS.Concept.asNode()).add(SKOS.prefLabel.asNode(), Literals.english("available"));
        return available;
    }

    private static void format(Triples.Describing described, RdfSyntax syntax, Triples triples) {
        format(described, syntax.fileType(), syntax.mediaType(), triples);
    }

    private static void format(Triples.Describing described, String fileType, String mediaType, Triples triples) {
        Node format = uri(CatalogueParts.EU + "file-type/" + fileType);
        triples.about(format).a(DCTerms.MediaTypeOrExtent.asNode());
        described.add(DCTerms.format.asNode(), format).add(DCAT.mediaType.asNode(), mediaType(mediaType, triples));
    }

    private static Node mediaType(String name, Triples triples) {
        Node type = uri(MEDIA_TYPES + name);
        triples.about(type).a(DCTerms.MediaType.asNode());
        return type;
    }
}
