package uk.declared.validation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.PartyRegister;
import uk.declared.reference.ReferenceData;

/** Takes an example's own descriptions of areas, parties and earlier contests for what is loaded and published. */
final class ExampleSurroundings {
    private final Graph graph;

    private ExampleSurroundings(Graph graph) {
        this.graph = graph;
    }

    static Surroundings of(Graph graph) {
        ExampleSurroundings example = new ExampleSurroundings(graph);
        List<AreaRecord> areas =
                example.subjects("ElectoralArea").map(example::area).toList();
        List<PartyRecord> parties =
                example.subjects("Party").flatMap(example::party).toList();
        return new Surroundings(
                new ReferenceData(new Areas(areas), new Parties(parties)),
                (area, office, before) -> example.subjects("Contest")
                        .filter(contest -> example.uri(contest, "electoralArea").equals(Optional.of(area)))
                        .flatMap(contest -> example.electorate(contest).stream())
                        .filter(electorate -> electorate.day().isBefore(before))
                        .max(Comparator.comparing(EarlierContests.Electorate::day)));
    }

    private AreaRecord area(Node area) {
        GssCode code =
                GssCode.parse(text(area, SKOS.notation.asNode()).orElseThrow()).orElseThrow();
        List<AreaRecord.Parent> parents = objects(area, "containment")
                .map(containment -> new AreaRecord.Parent(
                        uri(containment, "containedIn")
                                .flatMap(ExampleSurroundings::code)
                                .orElseThrow(),
                        day(containment, "operativeFrom"),
                        day(containment, "operativeUntil")))
                .toList();
        List<GssCode> successors = graph.stream(Node.ANY, Vocabulary.term("replaces"), area)
                .flatMap(triple -> code(triple.getSubject().getURI()).stream())
                .toList();
        return new AreaRecord(
                code,
                text(area, RDFS.Nodes.label).orElseThrow(),
                Optional.empty(),
                day(area, "operativeFrom"),
                day(area, "operativeUntil"),
                parents,
                successors);
    }

    private Stream<PartyRecord> party(Node party) {
        return objects(party, "registration")
                .map(registration -> new PartyRecord(
                        text(party, SKOS.notation.asNode()).orElseThrow(),
                        text(party, RDFS.Nodes.label).orElseThrow(),
                        List.of(),
                        day(registration, "registeredFrom"),
                        day(registration, "registeredUntil"),
                        objects(party, "registeredDescription")
                                .map(Node::getLiteralLexicalForm)
                                .toList()));
    }

    private Optional<EarlierContests.Electorate> electorate(Node contest) {
        return text(contest, Vocabulary.term("electorate"))
                .map(Integer::parseInt)
                .flatMap(persons ->
                        day(contest, "pollingDate").map(day -> new EarlierContests.Electorate(day, persons)));
    }

    private Stream<Node> subjects(String type) {
        return graph.stream(Node.ANY, RDF.Nodes.type, Vocabulary.term(type)).map(Triple::getSubject);
    }

    private Stream<Node> objects(Node subject, String property) {
        return graph.stream(subject, Vocabulary.term(property), Node.ANY).map(Triple::getObject);
    }

    private Optional<String> uri(Node subject, String property) {
        return objects(subject, property).map(Node::getURI).findFirst();
    }

    private Optional<String> text(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private Optional<LocalDate> day(Node subject, String property) {
        return text(subject, Vocabulary.term(property)).map(LocalDate::parse);
    }

    private static Optional<GssCode> code(String uri) {
        return GssCode.parse(uri.substring(uri.lastIndexOf('/') + 1));
    }

    private record Areas(List<AreaRecord> areas) implements Geography {
        @Override
        public boolean isLoaded() {
            return !areas.isEmpty();
        }

        @Override
        public boolean covers(String entity) {
            return areas.stream().anyMatch(area -> area.code().entity().equals(entity));
        }

        @Override
        public Optional<AreaRecord> area(GssCode code) {
            return areas.stream().filter(area -> area.code().equals(code)).findFirst();
        }

        @Override
        public List<AreaRecord> electoralAreas(String name, GssCode within, LocalDate day) {
            return electoralAreas(within, day).stream()
                    .filter(area -> area.isCalled(name))
                    .toList();
        }

        @Override
        public List<AreaRecord> electoralAreas(GssCode within, LocalDate day) {
            return areas.stream()
                    .filter(area -> area.liveOn(day)
                            && area.parents().stream()
                                    .anyMatch(parent -> parent.code().equals(within) && parent.on(day)))
                    .toList();
        }
    }

    private record Parties(List<PartyRecord> parties) implements PartyRegister {
        @Override
        public boolean isLoaded() {
            return !parties.isEmpty();
        }

        @Override
        public Optional<PartyRecord> party(String id) {
            return parties.stream().filter(party -> party.id().equals(id)).findFirst();
        }

        @Override
        public List<PartyRecord> named(String name, LocalDate day) {
            return List.of();
        }

        @Override
        public Collection<PartyRecord> all() {
            return parties;
        }
    }
}
