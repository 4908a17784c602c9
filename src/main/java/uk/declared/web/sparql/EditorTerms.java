package uk.declared.web.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.linkeddata.VocabularyFiles;

/** What the editor completes: the terms of the vocabulary, and those of other vocabularies that it leans on most. */
final class EditorTerms {
    private static final List<Node> KINDS = List.of(
            OWL.Class.asNode(),
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            RDF.Property.asNode(),
            RDFS.Class.asNode());
    private static final List<String> OTHERS = List.of(
            "rdf:type",
            "rdfs:label",
            "skos:notation",
            "skos:prefLabel",
            "skos:altLabel",
            "dct:license",
            "dcterms:license",
            "prov:generatedAtTime",
            "prov:wasDerivedFrom",
            "prov:wasRevisionOf",
            "org:organization",
            "geo:hasGeometry",
            "geo:asWKT");

    private EditorTerms() {}

    /** A term by its prefixed name, with its label in English. */
    record Term(String name, String label) {}

    static List<Term> of(Uris uris) {
        List<Triple> all = VocabularyFiles.read(uris.base());
        Map<String, String> labels = new TreeMap<>();
        for (Triple triple : all) {
            String uri = triple.getSubject().isURI() ? triple.getSubject().getURI() : "";
            if (triple.getPredicate().equals(RDF.type.asNode())
                    && KINDS.contains(triple.getObject())
                    && uri.startsWith(Vocabulary.NAMESPACE)) {
                labels.put(
                        uri.substring(Vocabulary.NAMESPACE.length()),
                        label(all, triple.getSubject()).orElse(""));
            }
        }
        List<Term> terms = new ArrayList<>();
        labels.forEach((local, label) -> terms.add(new Term("le:" + local, label)));
        OTHERS.stream()
                .filter(name -> RdfWriter.PREFIXES.containsKey(name.substring(0, name.indexOf(':'))))
                .forEach(name -> terms.add(new Term(name, "")));
        return terms;
    }

    private static Optional<String> label(List<Triple> all, Node term) {
        return all.stream()
                .filter(triple -> triple.getSubject().equals(term))
                .filter(triple -> triple.getPredicate().equals(RDFS.label.asNode()))
                .filter(triple -> !triple.getObject().getLiteralLanguage().equals("cy"))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }
}
