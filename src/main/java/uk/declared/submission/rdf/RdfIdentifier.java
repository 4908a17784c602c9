package uk.declared.submission.rdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.declared.election.BallotId;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.Office;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.text.Texts;

/**
 * Gives a contest the identifier that its notation or its URI tells, where that is one of Democracy Club's and says
 * nothing else than the contest itself does. Any other name of a contest is replaced by a minted one.
 */
final class RdfIdentifier {
    /** Not longer than an identifier ever is, in characters. */
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,200}$)(?:local|mayor|pcc|parl|parish)(?:\\.[A-Za-z0-9-]+)*\\.\\d{4}-\\d{2}-\\d{2}");

    private final RdfValues values;

    RdfIdentifier(RdfValues values) {
        this.values = values;
    }

    private record Named(String text, Place place) {}

    /** The result under its own identifier. */
    ContestResult identified(RdfTerm contest, ContestResult result) {
        Optional<Named> named = named(contest);
        if (named.isEmpty() || named.get().text().equals(result.id().value())) {
            return result;
        }
        if (!agrees(named.get().text(), result)) {
            values.report(
                    "F096",
                    Severity.VIOLATION,
                    named.get().place(),
                    named.get().text(),
                    Map.of("property", "skos:notation", "other", result.id().value()));
            return result;
        }
        return result.withId(new BallotId(named.get().text()));
    }

    private Optional<Named> named(RdfTerm contest) {
        Stream<Named> notations = values.document().about(contest).stream()
                .filter(statement -> statement.predicate().equals(RdfNames.NOTATION))
                .map(statement -> new Named(statement.object().toString(), values.place(statement)));
        Named own = new Named(Texts.lastPart(contest.toString()), RdfNames.place(values.file(), contest, 0));
        return Stream.concat(notations, Stream.of(own))
                .filter(name -> FORM.matcher(name.text()).matches())
                .findFirst();
    }

    /** An identifier must not take a contest to where another belongs: office, body, day and kind are those of this one. */
    private static boolean agrees(String id, ContestResult result) {
        List<String> parts = List.of(id.split("\\."));
        boolean byElection = parts.size() > 2 && parts.get(parts.size() - 2).equals("by");
        boolean hasBody = result.office() != Office.MEMBER_OF_PARLIAMENT;
        return parts.get(0).equals(result.office().idPrefix())
                && parts.get(parts.size() - 1).equals(result.pollingDate().toString())
                && byElection == (result.type() == ContestType.BY_ELECTION)
                && (!hasBody || (parts.size() > 2 && isSameBody(parts.get(1), result)));
    }

    private static boolean isSameBody(String slug, ContestResult result) {
        ElectedBody body = result.body();
        return slug.equals(body.slug())
                || Councils.shipped()
                        .bySlug(slug, result.pollingDate())
                        .filter(council -> council.bodyOn(result.pollingDate()).equals(body))
                        .isPresent();
    }
}
