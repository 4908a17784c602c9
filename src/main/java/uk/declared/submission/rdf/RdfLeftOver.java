package uk.declared.submission.rdf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.linkeddata.VocabularyTerms;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.rdf.RdfValues.Reach;
import uk.declared.submission.text.Likeliest;

/**
 * Says what a document holds and was not taken: names that the vocabulary does not define, properties of a contest's own
 * things that a result has no room for, and things that no contest leads to. Each is said once, with how often it is
 * there.
 *
 * <p>What is worked out anew (shares, ranks, turnout) and what is said of things that contests share, which reference data
 * describe, is passed over.
 */
final class RdfLeftOver {
    /** How many different properties and terms are named. */
    private static final int MOST_NAMED = 25;

    private static final int MOST_COUNTED = 5_000;

    private static final Set<String> PASSED_OVER = Set.of(
            RdfNames.TYPE,
            RdfNames.LABEL,
            RdfNames.SEE_ALSO,
            RdfNames.PREF_LABEL,
            RdfNames.NOTATION,
            RdfNames.le("councilArea"),
            RdfNames.le("statisticalGeography"),
            RdfNames.le("seatsFilled"),
            RdfNames.le("turnout"),
            RdfNames.le("validTurnout"),
            RdfNames.le("rank"),
            RdfNames.le("voteShare"),
            RdfNames.le("stageKind"),
            RdfNames.le("transferFrom"));

    private record Counted(Statement first, int times) {
        Counted again() {
            return new Counted(first, times + 1);
        }
    }

    private final RdfValues values;
    private final Map<String, Counted> undefined = new LinkedHashMap<>();
    private final Map<String, Counted> properties = new LinkedHashMap<>();
    private final Map<RdfTerm, Counted> things = new LinkedHashMap<>();
    private int ofThings;

    RdfLeftOver(RdfValues values) {
        this.values = values;
    }

    /** Looks through the whole document and reports. */
    void report() {
        values.document().forEach(this::look);
        undefined.entrySet().stream()
                .limit(MOST_NAMED)
                .forEach(entry -> reportUndefined(entry.getKey(), entry.getValue()));
        properties.entrySet().stream()
                .limit(MOST_NAMED)
                .forEach(entry -> reportProperty(entry.getKey(), entry.getValue()));
        if (!things.isEmpty()) {
            reportThings();
        }
    }

    private void look(Statement statement) {
        Optional<String> unknown = undefinedIn(statement);
        unknown.ifPresent(term -> count(undefined, term, statement));
        Optional<Reach> reach = values.reach(statement.subject());
        if (reach.isEmpty()) {
            ofThings++;
            if (things.size() < MOST_COUNTED || things.containsKey(statement.subject())) {
                count(things, statement.subject(), statement);
            }
        } else if (reach.get() == Reach.OWN
                && unknown.isEmpty()
                && !values.isTaken(statement)
                && !PASSED_OVER.contains(statement.predicate())) {
            count(properties, statement.predicate(), statement);
        }
    }

    private static Optional<String> undefinedIn(Statement statement) {
        if (VocabularyTerms.isUndefined(statement.predicate())) {
            return Optional.of(statement.predicate());
        }
        return Optional.of(statement.object())
                .filter(object -> statement.predicate().equals(RdfNames.TYPE) && object instanceof RdfTerm.Uri)
                .map(RdfTerm::toString)
                .filter(VocabularyTerms::isUndefined);
    }

    private static <K> void count(Map<K, Counted> counts, K key, Statement statement) {
        Counted before = counts.get(key);
        if (before != null) {
            counts.put(key, before.again());
        } else if (counts.size() < MOST_COUNTED) {
            counts.put(key, new Counted(statement, 1));
        }
    }

    private void reportUndefined(String term, Counted counted) {
        String local = term.substring(Vocabulary.NAMESPACE.length());
        String likely = Likeliest.of(local, VocabularyTerms.localNames(), name -> name)
                .map(name -> "le:" + name)
                .orElse("–");
        values.report(
                "W099",
                Severity.WARNING,
                values.place(counted.first()),
                RdfNames.shortened(term),
                Map.of("times", Integer.toString(counted.times()), "suggestion", likely));
    }

    private void reportProperty(String property, Counted counted) {
        values.report(
                "I099",
                Severity.INTERPRETATION,
                values.place(counted.first()),
                RdfNames.shortened(property),
                Map.of("times", Integer.toString(counted.times())));
    }

    private void reportThings() {
        Counted first = things.values().iterator().next();
        Place place = RdfNames.place(
                values.file(), first.first().subject(), first.first().line());
        List<String> names =
                things.keySet().stream().limit(5).map(RdfNames::of).distinct().toList();
        values.report(
                "I098",
                Severity.INTERPRETATION,
                place,
                names.stream().collect(Collectors.joining(", ")),
                Map.of(
                        "things",
                        things.size() < MOST_COUNTED ? Integer.toString(things.size()) : MOST_COUNTED + "+",
                        "statements",
                        Integer.toString(ofThings)));
    }
}
