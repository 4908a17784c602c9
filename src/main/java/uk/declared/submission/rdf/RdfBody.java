package uk.declared.submission.rdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.GssCode;
import uk.declared.election.Office;
import uk.declared.election.OtherBodies;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.submission.rdf.RdfValues.Found;
import uk.declared.submission.rdf.RdfValues.Reach;
import uk.declared.submission.text.BallotName;
import uk.declared.submission.text.Texts;

/**
 * Reads the body that a contest elects to:
 *
 * <ol>
 *   <li>the elected body of the contest's election, by its URI, its code, what it is the same as, or its label,
 *   <li>else the council whose area the contest says that it lies in,
 *   <li>else the body that the identifier of the election names.
 * </ol>
 */
final class RdfBody {
    private final RdfValues values;
    private final Councils councils = Councils.shipped();

    RdfBody(RdfValues values) {
        this.values = values;
    }

    /** Puts the body's name and code where a table would have them. */
    void read(RdfTerm contest, Office office, LocalDate day, Map<Column, Found> into) {
        Optional<Found> election = values.one(contest, RdfNames.le("election"), Type.THING);
        election.ifPresent(found -> values.reach(found.term(), Reach.SHARED));
        election.flatMap(found -> values.one(found.term(), RdfNames.le("group"), Type.THING))
                .ifPresent(group -> values.reach(group.term(), Reach.SHARED));
        Optional<Found> area = values.one(contest, RdfNames.le("councilArea"), Type.THING);
        area.ifPresent(found -> values.reach(found.term(), Reach.SHARED));
        if (office == Office.MEMBER_OF_PARLIAMENT) {
            election.flatMap(found -> values.one(found.term(), RdfNames.le("electedBody"), Type.THING))
                    .ifPresent(body -> values.reach(body.term(), Reach.SHARED));
            return;
        }
        Optional<Found> body =
                election.flatMap(found -> values.one(found.term(), RdfNames.le("electedBody"), Type.THING));
        if (body.isPresent()) {
            values.reach(body.get().term(), Reach.SHARED);
            describe(body.get(), office, day, into);
        } else {
            area.filter(found -> office == Office.COUNCILLOR || office == Office.MAYOR)
                    .flatMap(found -> GssCode.parse(Texts.lastPart(found.text()))
                            .flatMap(code -> councils.byCode(code, day))
                            .map(council -> new Found(found.term(), council.slug(), found.place())))
                    .or(() -> election.flatMap(this::named))
                    .ifPresent(found -> put(found, office, into));
        }
    }

    private void describe(Found body, Office office, LocalDate day, Map<Column, Found> into) {
        Optional<Found> label = values.one(body.term(), RdfNames.LABEL, Type.TEXT)
                .or(() -> values.one(body.term(), RdfNames.PREF_LABEL, Type.TEXT));
        Optional<Found> governs = values.one(body.term(), RdfNames.le("governs"), Type.THING);
        governs.ifPresent(area -> values.reach(area.term(), Reach.SHARED));
        List<Found> same = values.things(body.term(), RdfNames.EXACT_MATCH).stream()
                .map(statement ->
                        new Found(statement.object(), statement.object().toString(), values.place(statement)))
                .limit(10)
                .toList();
        if (office == Office.PARISH_COUNCILLOR || office == Office.POLICE_AND_CRIME_COMMISSIONER) {
            put(label.orElseGet(() -> new Found(body.term(), lastPart(body), body.place())), office, into);
            governs.filter(area -> GssCode.parse(lastPart(area)).isPresent())
                    .or(() -> Optional.of(body)
                            .filter(own -> GssCode.parse(lastPart(own)).isPresent()))
                    .map(area -> new Found(area.term(), lastPart(area), area.place()))
                    .or(() -> same.stream().findFirst())
                    .ifPresent(code -> into.put(Column.BODY_URI, code));
            return;
        }
        List<Found> names = new ArrayList<>();
        names.add(body);
        names.addAll(same);
        governs.ifPresent(names::add);
        label.ifPresent(names::add);
        String slug = names.stream()
                .flatMap(name -> slug(name, office, day).stream())
                .findFirst()
                .orElseGet(() -> label.map(Found::text).orElseGet(() -> lastPart(body)));
        put(new Found(body.term(), slug, body.place()), office, into);
    }

    /** The council that a name means, in whichever way it names it. */
    private Optional<String> slug(Found name, Office office, LocalDate day) {
        boolean authority = office == Office.MAYOR && name.text().contains("/body/");
        Stream<Optional<String>> ways = Stream.of(
                authority ? OtherBodies.shipped().withMayor(lastPart(name)).map(ElectedBody::slug) : Optional.empty(),
                councils.byUri(name.text(), day).map(Council::slug),
                GssCode.parse(lastPart(name))
                        .flatMap(code -> councils.byCode(code, day))
                        .map(Council::slug),
                councils.bySlug(lastPart(name), day).map(Council::slug),
                name.term().isThing()
                        ? Optional.empty()
                        : councils.byName(name.text(), day).map(Council::slug),
                office == Office.MAYOR
                        ? OtherBodies.shipped().withMayor(lastPart(name)).map(ElectedBody::slug)
                        : Optional.empty());
        return ways.flatMap(Optional::stream).findFirst();
    }

    /** What the last part of an election's URI says, such as {@code local.trafford.2024-05-02}. */
    private Optional<Found> named(Found election) {
        return BallotName.parse(lastPart(election))
                .flatMap(BallotName::body)
                .map(slug -> new Found(election.term(), slug, election.place()));
    }

    /** A commissioner's body has no table: its short name is made a name of it. */
    private static void put(Found body, Office office, Map<Column, Found> into) {
        boolean bare =
                office == Office.POLICE_AND_CRIME_COMMISSIONER && body.term().isThing();
        String text = bare ? BallotName.asWords(body.text()) + " Police and Crime Commissioner" : body.text();
        into.put(Column.BODY_NAME, new Found(body.term(), text, body.place()));
    }

    private static String lastPart(Found found) {
        return Texts.lastPart(found.text());
    }
}
