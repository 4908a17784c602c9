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
        boolean decidedByLot) {}
