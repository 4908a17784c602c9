package uk.declared.election;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One person standing in one contest, as the source says it.
 *
 * @param nameOnBallotPaper forenames and surname as voters read them; a commonly used name takes the place of the other
 * @param givenName forenames, where the source tells them apart
 * @param familyName surname, where the source tells it apart
 * @param commonlyUsedGivenName forenames by which the candidate is commonly known
 * @param commonlyUsedFamilyName surname by which the candidate is commonly known
 * @param standing party, joint, independent or not stated
 * @param description the description printed on the ballot paper
 * @param votes votes received; first preferences under the single transferable vote
 * @param elected whether the source says elected or not
 * @param decidedByLot whether a lot decided between equal candidates in this one's favour
 * @param person the person's identifier where the source gives one, with the source's short name before it: {@code
 *     dc-9086}
 * @param gender as the source gives it
 * @param incumbent whether the candidate held a seat that was up, as the source says
 */
public record Candidacy(
        String nameOnBallotPaper,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> commonlyUsedGivenName,
        Optional<String> commonlyUsedFamilyName,
        Standing standing,
        Optional<String> description,
        OptionalInt votes,
        Optional<Boolean> elected,
        boolean decidedByLot,
        Optional<String> person,
        Optional<Gender> gender,
        Optional<Boolean> incumbent) {
    /** A candidacy of which the source gives neither gender nor incumbency. */
    public Candidacy(
            String nameOnBallotPaper,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> commonlyUsedGivenName,
            Optional<String> commonlyUsedFamilyName,
            Standing standing,
            Optional<String> description,
            OptionalInt votes,
            Optional<Boolean> elected,
            boolean decidedByLot,
            Optional<String> person) {
        this(
                nameOnBallotPaper,
                givenName,
                familyName,
                commonlyUsedGivenName,
                commonlyUsedFamilyName,
                standing,
                description,
                votes,
                elected,
                decidedByLot,
                person,
                Optional.empty(),
                Optional.empty());
    }

    /** A candidacy of a person whom the source does not identify. */
    public Candidacy(
            String nameOnBallotPaper,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> commonlyUsedGivenName,
            Optional<String> commonlyUsedFamilyName,
            Standing standing,
            Optional<String> description,
            OptionalInt votes,
            Optional<Boolean> elected,
            boolean decidedByLot) {
        this(
                nameOnBallotPaper,
                givenName,
                familyName,
                commonlyUsedGivenName,
                commonlyUsedFamilyName,
                standing,
                description,
                votes,
                elected,
                decidedByLot,
                Optional.empty());
    }

    /** The same candidacy, won by lot. */
    public Candidacy wonByLot() {
        return new Candidacy(
                nameOnBallotPaper,
                givenName,
                familyName,
                commonlyUsedGivenName,
                commonlyUsedFamilyName,
                standing,
                description,
                votes,
                elected,
                true,
                person,
                gender,
                incumbent);
    }
}
