package uk.declared.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.Council;
import uk.declared.election.ElectionId;
import uk.declared.election.GssCode;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** A ward on new boundaries, and what each party is reckoned to have had in it. */
final class NotionalWard {
    private final Optional<GssCode> code;
    private final String name;
    private final List<Share> parties = new ArrayList<>();

    NotionalWard(Optional<GssCode> code, String name) {
        this.code = code;
        this.name = name;
    }

    /**
     * What one party is reckoned to have had.
     *
     * @param seats that it would have won
     * @param votes that it would have had; a part of a vote is possible, since they are an estimate
     * @param row of the table
     */
    record Share(PartyCell party, int seats, Optional<BigDecimal> votes, long row) {}

    List<Share> parties() {
        return parties;
    }

    void add(ReferenceTable.Row row, Share share) throws UnreadableReferenceException {
        for (Share other : parties) {
            if (other.party().key().equals(share.party().key())) {
                throw row.refusal("row " + other.row()
                        + " is of the same party in the same ward. Put the two together in one row.");
            }
        }
        parties.add(share);
    }

    /** A ward that fills no seat is none. */
    void check(String table) throws UnreadableReferenceException {
        if (parties.stream().allMatch(share -> share.seats() == 0)) {
            throw new UnreadableReferenceException(
                    table + ", row " + parties.get(0).row() + ": nobody is said to have won a seat in "
                            + (name.isEmpty() ? code.map(GssCode::value).orElse("") : name)
                            + ". Write the seats of whoever is reckoned to have won them.");
        }
    }

    List<Triple> triples(Council council, LocalDate earlier, LocalDate day, Uris uris) {
        Node result = code.map(area -> Uris.partOf(uris.area(area), "notional/" + earlier))
                .orElseGet(() -> Uris.partOf(uris.body(council.body()), "notional/" + earlier + "/" + Slug.of(name)));
        Triples triples = new Triples();
        Triples.Describing described = triples.about(result)
                .a(Vocabulary.term("NotionalResult"))
                .le("resultBasis", Vocabulary.code("result-basis", "notional"))
                .le("notionalFor", election(council, earlier, uris))
                .le("baselineFor", election(council, day, uris))
                .leText("wardName", Optional.of(name).filter(text -> !text.isEmpty()));
        code.ifPresent(area -> described
                .le("electoralArea", uris.area(area))
                .le("statisticalGeography", Uris.statisticalGeography(area)));
        for (Share share : parties) {
            PartyCell party = share.party();
            Node part = Uris.partOf(
                    result,
                    party.id()
                            .orElseGet(() -> party.standing().equals("party")
                                    ? "name-" + Slug.of(party.name().orElse(""))
                                    : party.standing()));
            described.le("notionalShare", part);
            Triples.Describing of = triples.about(part)
                    .a(Vocabulary.term("NotionalShare"))
                    .leText("partyNameAsGiven", party.name())
                    .le("estimatedSeats", Literals.integer(share.seats()))
                    .leDecimal("estimatedVotes", share.votes())
                    .leDecimal("estimatedVoteShare", percentage(share));
            party.id()
                    .map(uris::party)
                    .or(() -> party.standing().equals("party")
                            ? Optional.empty()
                            : Optional.of(Vocabulary.code("standing", party.standing())))
                    .ifPresent(affiliation -> of.le("affiliation", affiliation));
        }
        return triples.list();
    }

    private static Node election(Council council, LocalDate day, Uris uris) {
        return uris.election(new ElectionId("local." + council.slug() + "." + day));
    }

    /** Of all votes of the ward, where those of every party are given. */
    private Optional<BigDecimal> percentage(Share share) {
        if (parties.stream().anyMatch(each -> each.votes().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal all =
                parties.stream().map(each -> each.votes().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0
                ? Optional.empty()
                : share.votes()
                        .map(votes -> votes.multiply(BigDecimal.valueOf(100)).divide(all, 2, RoundingMode.HALF_UP));
    }
}
