package uk.declared.submission.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.declared.election.Slug;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.Severity;
import uk.declared.submission.text.Texts;

/**
 * Finds the contests of a document and the candidacies of each, in the order of the file. A candidacy belongs to the
 * contest that names it first; another that claims it too is told, and does not get it.
 */
final class RdfContests {
    /** Far more candidates than any ballot paper has had. */
    static final int MOST_CANDIDACIES = 1_000;

    private static final Pattern NUMBER_AT_END = Pattern.compile("-(\\d{1,4})$");

    private final RdfValues values;
    private final Map<RdfTerm, List<RdfTerm>> candidaciesOf = new LinkedHashMap<>();
    private final Map<RdfTerm, Statement> claims = new HashMap<>();

    RdfContests(RdfValues values) {
        this.values = values;
        find();
    }

    /** The contests. */
    Set<RdfTerm> all() {
        return candidaciesOf.keySet();
    }

    /** The candidacies of a contest. */
    List<RdfTerm> candidacies(RdfTerm contest) {
        List<RdfTerm> candidacies = new ArrayList<>(candidaciesOf.getOrDefault(contest, List.of()));
        candidacies.sort(Comparator.comparingInt(this::numberAmongNamesakes));
        return candidacies;
    }

    /** What is a candidacy, or has an electoral area, says by the vocabulary's own terms what it is. */
    private void find() {
        values.document().withPredicate(RdfNames.TYPE).stream()
                .filter(statement -> statement.object().equals(new RdfTerm.Uri(RdfNames.le("Contest"))))
                .forEach(statement -> candidaciesOf.putIfAbsent(statement.subject(), new ArrayList<>()));
        values.document()
                .withPredicate(RdfNames.le("electoralArea"))
                .forEach(statement -> candidaciesOf.putIfAbsent(statement.subject(), new ArrayList<>()));
        for (Statement statement : values.document().withPredicate(RdfNames.le("candidacy"))) {
            values.take(statement);
            claim(statement, statement.subject(), statement.object());
        }
        for (Statement statement : values.document().withPredicate(RdfNames.le("candidacyOf"))) {
            values.take(statement);
            claim(statement, statement.object(), statement.subject());
        }
    }

    private void claim(Statement statement, RdfTerm contest, RdfTerm candidacy) {
        if (!statement.object().isThing()) {
            values.things(statement.subject(), statement.predicate());
            return;
        }
        Statement before = claims.putIfAbsent(candidacy, statement);
        List<RdfTerm> all = candidaciesOf.computeIfAbsent(contest, missing -> new ArrayList<>());
        if (before == null) {
            all.add(candidacy);
        } else if (!contestOf(before).equals(contest)) {
            values.report(
                    "F096",
                    Severity.VIOLATION,
                    values.place(statement),
                    contest.toString(),
                    Map.of(
                            "property",
                            "le:candidacyOf",
                            "other",
                            contestOf(before).toString()));
        }
    }

    private static RdfTerm contestOf(Statement claim) {
        return claim.predicate().equals(Vocabulary.NAMESPACE + "candidacy") ? claim.subject() : claim.object();
    }

    /** RDF has no order: of candidacies of one name, their own names tell which was the second. */
    private int numberAmongNamesakes(RdfTerm candidacy) {
        String last = Texts.lastPart(candidacy.toString());
        var number = NUMBER_AT_END.matcher(last);
        boolean namesake = candidacy instanceof RdfTerm.Uri
                && number.find()
                && values.one(candidacy, RdfNames.le("nameOnBallotPaper"), Type.TEXT)
                        .filter(name -> Slug.of(name.text()).equals(last.substring(0, number.start())))
                        .isPresent();
        return namesake ? Integer.parseInt(number.group(1)) : 1;
    }
}
