package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * In what two versions of one contest's result differ, as far as sources state it: what is computed from other figures, such
 * as shares, follows from these and is left out.
 */
public final class ContestChanges {
    private static final Set<Node> FOLLOWS = Set.of(
            RDF.Nodes.type,
            RDFS.Nodes.label,
            Vocabulary.term("rank"),
            Vocabulary.term("voteShare"),
            Vocabulary.term("turnout"),
            Vocabulary.term("validTurnout"),
            Vocabulary.term("seatsFilled"),
            Vocabulary.term("candidacyOf"),
            Vocabulary.term("declaration"));

    private static final Node CANDIDACY = Vocabulary.term("candidacy");

    private final Map<Node, Map<Node, Set<Node>>> before;
    private final Map<Node, Map<Node, Set<Node>>> after;
    private final Node contest;
    private final List<ContestChange> changes = new ArrayList<>();

    private ContestChanges(Collection<Triple> earlier, Collection<Triple> later, Node contest) {
        this.before = bySubject(earlier);
        this.after = bySubject(later);
        this.contest = contest;
    }

    /** The differences: figures and who was elected first, then the rest; within these by thing and property. */
    public static List<ContestChange> between(Collection<Triple> earlier, Collection<Triple> later, Node contest) {
        return new ContestChanges(earlier, later, contest).all();
    }

    private List<ContestChange> all() {
        Set<Node> subjects = new LinkedHashSet<>();
        subjects.add(contest);
        subjects.addAll(before.keySet());
        subjects.addAll(after.keySet());
        for (Node subject : subjects) {
            boolean known = before.containsKey(subject) && after.containsKey(subject);
            if (known || subject.equals(contest)) {
                compare(subject);
            } else if (!isCandidacy(subject)) {
                // A part that is new or gone, such as a rejection by a further ground.
                compare(subject);
            }
        }
        changes.sort(Comparator.comparing(ContestChanges::isText));
        return changes;
    }

    private static boolean isText(ContestChange change) {
        return Stream.of(change.from(), change.to())
                .flatMap(Optional::stream)
                .allMatch(
                        value -> value.isLiteral() && value.getLiteralDatatype().equals(XSDDatatype.XSDstring));
    }

    private boolean isCandidacy(Node subject) {
        return values(before, contest, CANDIDACY).contains(subject)
                || values(after, contest, CANDIDACY).contains(subject);
    }

    private void compare(Node subject) {
        Set<Node> properties = new TreeSet<>(Comparator.comparing(Node::toString));
        properties.addAll(before.getOrDefault(subject, Map.of()).keySet());
        properties.addAll(after.getOrDefault(subject, Map.of()).keySet());
        for (Node property : properties) {
            if (!FOLLOWS.contains(property)) {
                compare(subject, property);
            }
        }
    }

    private void compare(Node subject, Node property) {
        List<Node> gone = without(values(before, subject, property), values(after, subject, property));
        List<Node> come = without(values(after, subject, property), values(before, subject, property));
        boolean parts = property.isURI()
                && (gone.stream().anyMatch(before::containsKey) || come.stream().anyMatch(after::containsKey))
                && !property.equals(CANDIDACY);
        if (parts) {
            return;
        }
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            changes.add(new ContestChange(
                    subject,
                    subject.equals(contest) ? "" : name(subject),
                    property,
                    i < gone.size() ? Optional.of(named(gone.get(i))) : Optional.empty(),
                    i < come.size() ? Optional.of(named(come.get(i))) : Optional.empty()));
        }
    }

    /** A candidacy that comes or goes is told by the candidate's name. */
    private Node named(Node value) {
        return isCandidacy(value) ? Literals.text(name(value)) : value;
    }

    private String name(Node subject) {
        return after
                .getOrDefault(subject, before.getOrDefault(subject, Map.of()))
                .getOrDefault(RDFS.Nodes.label, Set.of())
                .stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(() -> subject.getURI()
                        .substring(Math.min(
                                subject.getURI().length(), contest.getURI().length() + 1)));
    }

    private static List<Node> without(Set<Node> values, Set<Node> others) {
        return values.stream()
                .filter(value -> !others.contains(value))
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private static Set<Node> values(Map<Node, Map<Node, Set<Node>>> of, Node subject, Node property) {
        return of.getOrDefault(subject, Map.of()).getOrDefault(property, Set.of());
    }

    private static Map<Node, Map<Node, Set<Node>>> bySubject(Collection<Triple> triples) {
        return triples.stream()
                .collect(Collectors.groupingBy(
                        Triple::getSubject,
                        () -> new TreeMap<>(Comparator.comparing(Node::toString)),
                        Collectors.groupingBy(
                                Triple::getPredicate,
                                Collectors.mapping(Triple::getObject, Collectors.toCollection(LinkedHashSet::new)))));
    }
}
