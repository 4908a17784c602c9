package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.declared.election.Candidacy;
import uk.declared.election.Slug;

/** Names candidacies within their contest: the slug of the name on the ballot paper, doubles with a number behind. */
final class CandidacyKeys {
    private CandidacyKeys() {}

    /**
     * A key for each candidacy, in the same order.
     *
     * @param kept keys that candidacies have already, by their place
     */
    static List<String> of(List<Candidacy> candidacies, Map<Integer, String> kept) {
        Set<String> used = new HashSet<>(kept.values());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < candidacies.size(); i++) {
            String slug = Slug.of(candidacies.get(i).nameOnBallotPaper());
            String stem = slug.isEmpty() ? "candidate" : slug;
            keys.add(Optional.ofNullable(kept.get(i)).orElseGet(() -> free(stem, used)));
        }
        return keys;
    }

    private static String free(String stem, Set<String> used) {
        String key = stem;
        for (int number = 2; !used.add(key); number++) {
            key = stem + "-" + number;
        }
        return key;
    }
}
