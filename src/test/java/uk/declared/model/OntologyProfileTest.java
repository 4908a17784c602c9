package uk.declared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.util.SimpleIRIMapper;

/** Holds every file of the vocabulary to the profiles of OWL 2, as the OWL API judges them. */
class OntologyProfileTest {
    static List<Path> ontologies() {
        return ModelFiles.in(ModelFiles.ONTOLOGY, ".ttl");
    }

    @ParameterizedTest
    @MethodSource("ontologies")
    void anOntologyIsInOwl2Rl(Path file) throws OWLOntologyCreationException {
        assertThat(violations(Profiles.OWL2_RL, file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ontologies")
    void anOntologyIsInOwl2Dl(Path file) throws OWLOntologyCreationException {
        assertThat(violations(Profiles.OWL2_DL, file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ontologies")
    void nothingIsLeftThatTheOwlApiDidNotUnderstand(Path file) throws OWLOntologyCreationException {
        OWLOntology ontology = load(file);

        assertThat(ontology.getAxiomCount()).isPositive();
        assertThat(ontology.signature()
                        .map(entity -> entity.getIRI().toString())
                        .filter(iri -> iri.startsWith("http://org.semanticweb.owlapi/error#")))
                .isEmpty();
    }

    /** What the profiles forbid is found: a date is no datatype of OWL 2. */
    @Test
    void aRangeOfDatesWouldBeFound() throws OWLOntologyCreationException {
        Path file = ModelFiles.CASES.resolve("owl/dates.ttl");

        assertThat(violations(Profiles.OWL2_DL, file)).isNotEmpty();
        assertThat(violations(Profiles.OWL2_RL, file)).isNotEmpty();
    }

    private static List<String> violations(Profiles profile, Path file) throws OWLOntologyCreationException {
        return profile.checkOntology(load(file)).getViolations().stream()
                .map(OWLProfileViolation::toString)
                .toList();
    }

    /** Reads a file, and its imports from the files beside those of the vocabulary. */
    private static OWLOntology load(Path file) throws OWLOntologyCreationException {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        for (Path other : ontologies()) {
            manager.getIRIMappers().add(new SimpleIRIMapper(iri(other), IRI.create(other.toUri())));
        }
        return manager.loadOntologyFromOntologyDocument(file.toFile());
    }

    private static IRI iri(Path file) {
        Graph graph = ModelFiles.read(file);
        return graph.stream(Node.ANY, RDF.Nodes.type, OWL.Ontology.asNode())
                .map(Triple::getSubject)
                .map(node -> IRI.create(node.getURI()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no owl:Ontology"));
    }
}
