package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Gathers the triples of a few subjects; what is absent in the source adds none. */
public final class Triples {
    private final List<Triple> triples = new ArrayList<>();

    public List<Triple> list() {
        return triples;
    }

    public Describing about(Node subject) {
        return new Describing(subject);
    }

    /** Adds statements about one subject. */
    public final class Describing {
        private final Node subject;

        private Describing(Node subject) {
            this.subject = subject;
        }

        public Describing a(Node type) {
            return add(RDF.Nodes.type, type);
        }

        public Describing label(Node label) {
            return add(RDFS.Nodes.label, label);
        }

        public Describing add(Node property, Node object) {
            triples.add(Triple.create(subject, property, object));
            return this;
        }

        /** A term of the local-elections vocabulary, by its local name. */
        public Describing le(String property, Node object) {
            return add(Vocabulary.term(property), object);
        }

        public Describing le(String property, OptionalInt count) {
            count.ifPresent(value -> le(property, Literals.integer(value)));
            return this;
        }

        public Describing le(String property, LocalDate date) {
            return le(property, Literals.date(date));
        }

        public Describing leText(String property, Optional<String> text) {
            text.ifPresent(value -> le(property, Literals.text(value)));
            return this;
        }

        public Describing leDecimal(String property, Optional<BigDecimal> decimal) {
            decimal.ifPresent(value -> le(property, Literals.decimal(value)));
            return this;
        }

        public Describing external(String uri, Node object) {
            return add(NodeFactory.createURI(uri), object);
        }
    }
}
