package uk.declared.submission.rdf;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfDocument;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;

/**
 * Takes values from a document of RDF, one for each property of a thing, and keeps account of what was taken. Where
 * there are several, or one of another kind than the property's, that is reported and there is none.
 */
final class RdfValues {
    /** A value, where it stands, and the term that it was. */
    record Found(RdfTerm term, String text, Place place) {}

    /** Whether a thing is a contest's own, or one that contests share. */
    enum Reach {
        OWN,
        SHARED
    }

    /** How many answers are kept for things that many contests share. */
    private static final int REMEMBERED = 20_000;

    private record Asked(RdfTerm subject, String property, Type kind) {}

    private final RdfDocument document;
    private final String file;
    private final Consumer<Finding> findings;
    private final BitSet taken;
    private final Map<RdfTerm, Reach> reached = new HashMap<>();
    private final Map<Asked, Optional<Found>> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Optional<Found>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Set<String> said = new HashSet<>();

    RdfValues(RdfDocument document, String file, Consumer<Finding> findings) {
        this.document = document;
        this.file = file;
        this.findings = findings;
        this.taken = new BitSet(document.size());
    }

    RdfDocument document() {
        return document;
    }

    String file() {
        return file;
    }

    /** Notes that a contest leads to this thing. */
    void reach(RdfTerm thing, Reach how) {
        reached.merge(thing, how, (before, now) -> before == Reach.OWN ? before : now);
    }

    Optional<Reach> reach(RdfTerm thing) {
        return Optional.ofNullable(reached.get(thing));
    }

    boolean isTaken(Statement statement) {
        return taken.get(statement.number());
    }

    void take(Statement statement) {
        taken.set(statement.number());
    }

    /** The value that stands in a column of a table. */
    Optional<Found> one(RdfTerm subject, Column column) {
        return one(
                subject,
                RdfNames.le(column.property()),
                column.type(),
                column.codeList().orElse(""));
    }

    /** A code. */
    Optional<Found> code(RdfTerm subject, String property, String list) {
        return one(subject, RdfNames.le(property), Type.CODE, list);
    }

    /** The value of a property, where it has just one. */
    Optional<Found> one(RdfTerm subject, String property, Type kind) {
        return one(subject, property, kind, "");
    }

    private Optional<Found> one(RdfTerm subject, String property, Type kind, String list) {
        Asked asked = new Asked(subject, property, kind);
        Optional<Found> known = answers.get(asked);
        if (known == null) {
            known = find(subject, property, kind, list);
            answers.put(asked, known);
        }
        return known;
    }

    private Optional<Found> find(RdfTerm subject, String property, Type kind, String list) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Statement statement : statements(subject, property)) {
            Place place = place(statement);
            Optional<String> text = RdfText.of(statement.object(), kind, list);
            if (text.isEmpty()) {
                wrongKind(statement, kind, list);
            }
            text.ifPresent(read -> found.putIfAbsent(
                    kind == Type.TEXT ? languageOf(statement.object()) + read : read,
                    new Found(statement.object(), read, place)));
        }
        List<Found> values = List.copyOf(found.values());
        if (values.size() < 2) {
            return values.stream().findFirst();
        }
        return kind == Type.TEXT ? preferred(values, property) : several(values, property);
    }

    /** The things that a property leads to. */
    List<Statement> things(RdfTerm subject, String property) {
        List<Statement> all = statements(subject, property);
        all.stream()
                .filter(statement -> !statement.object().isThing())
                .forEach(statement -> wrongKind(statement, Type.THING, ""));
        return all.stream().filter(statement -> statement.object().isThing()).toList();
    }

    /** The statements of a property about a thing, which are taken by asking. */
    private List<Statement> statements(RdfTerm subject, String property) {
        List<Statement> statements = document.about(subject).stream()
                .filter(statement -> statement.predicate().equals(property))
                .toList();
        statements.forEach(this::take);
        return statements;
    }

    /** Of names in several languages the one without a language counts, else the English, else the Welsh. */
    private Optional<Found> preferred(List<Found> values, String property) {
        int best = values.stream().mapToInt(RdfValues::preference).min().orElse(0);
        List<Found> first =
                values.stream().filter(value -> preference(value) == best).toList();
        return first.size() == 1 ? Optional.of(first.get(0)) : several(first, property);
    }

    private static int preference(Found value) {
        String language = languageOf(value.term());
        if (language.isEmpty()) {
            return 0;
        }
        return language.startsWith("en") ? 1 : language.startsWith("cy") ? 2 : 3;
    }

    private static String languageOf(RdfTerm term) {
        return term instanceof RdfTerm.Literal literal ? literal.language().toLowerCase(Locale.ROOT) : "";
    }

    private Optional<Found> several(List<Found> values, String property) {
        Found last = values.get(values.size() - 1);
        Found other = values.get(0);
        disagree(last, other, property);
        return Optional.empty();
    }

    /** Two values for what can only have one. */
    void disagree(Found one, Found other, String property) {
        violation(
                "F096",
                one.place(),
                one.text(),
                Map.of("property", RdfNames.shortened(property), "other", other.text()));
    }

    private void wrongKind(Statement statement, Type kind, String list) {
        violation(
                "F097",
                place(statement),
                statement.object().toString(),
                Map.of(
                        "type",
                        RdfText.type(statement.object()),
                        "wanted",
                        kind.name().toLowerCase(Locale.ROOT),
                        "list",
                        list.isEmpty() ? "" : Vocabulary.CODES + list + "/…"));
    }

    /** Something is not said that a contest needs. */
    void missing(RdfTerm subject, String property) {
        int line = document.about(subject).stream()
                .findFirst()
                .map(Statement::line)
                .orElse(0);
        Place place = RdfNames.place(file, subject, line);
        findings.accept(new Finding(
                "F098",
                Severity.VIOLATION,
                place,
                Optional.empty(),
                Optional.empty(),
                Map.of("property", RdfNames.shortened(property))));
    }

    /** Things that several contests share are looked at again for each: what is wrong with them is said once. */
    private void violation(String rule, Place place, String value, Map<String, String> details) {
        String key = rule + place.path().orElse("") + place.row().orElse(0) + value;
        if (said.size() < REMEMBERED ? said.add(key) : !said.contains(key)) {
            report(rule, Severity.VIOLATION, place, value, details);
        }
    }

    void report(String rule, Severity severity, Place place, String value, Map<String, String> details) {
        findings.accept(new Finding(rule, severity, place, Optional.empty(), Optional.of(value), details));
    }

    Place place(Statement statement) {
        return RdfNames.place(file, statement.subject(), statement.predicate(), statement.line());
    }
}
