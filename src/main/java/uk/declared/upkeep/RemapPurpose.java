package uk.declared.upkeep;

import java.util.Set;
import java.util.function.Predicate;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.publish.DeclarationEntries;

/**
 * What submissions are mapped anew for.
 *
 * @param contests which contests are looked at
 * @param accepts which of them, as mapped anew, may take the place of what is published
 * @param note why, as the further versions say it
 */
public record RemapPurpose(Predicate<BallotId> contests, Predicate<ContestGraph> accepts, String note) {
    /** The vocabulary or the readers have moved on. */
    public static final RemapPurpose NEW_MAPPING = new RemapPurpose(
            contest -> true,
            graph -> true,
            "The submission was mapped anew, with version " + DeclarationEntries.VOCABULARY_VERSION
                    + " of the vocabulary.");

    /** The geography may know the codes of areas that had none when their results were published. */
    public static RemapPurpose codesFor(Set<BallotId> contests) {
        return new RemapPurpose(
                contests::contains,
                graph -> graph.result().stream()
                        .anyMatch(triple -> triple.predicateMatches(Vocabulary.term("statisticalGeography"))),
                "The geography that is loaded now knows the code of the electoral area.");
    }
}
