package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.declared.election.Candidacy;
import uk.declared.election.Slug;

/** Names candidacies within their contest: the slug of the name on the ballot paper, doubles with a number behind. */
final class CandidacyKeys {
    private CandidacyKeys() {}

    /** A key for each candidacy, in the same order. */
    static List<String> of(List<Candidacy> candidacies) {
        Map<String, Integer> uses = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (Candidacy candidacy : candidacies) {
            String slug = Slug.of(candidacy.nameOnBallotPaper());
            String stem = slug.isEmpty() ? "candidate" : slug;
            int use = uses.merge(stem, 1, Integer::sum);
            keys.add(use == 1 ? stem : stem + "-" + use);
        }
        return keys;
    }
}
