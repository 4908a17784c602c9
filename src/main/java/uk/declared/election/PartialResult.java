package uk.declared.election;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted in one counting area of a contest: a district that counts its own votes at an election of a mayor of several or of a
 * police and crime commissioner, a ward, a polling district. The whole is what the source declares as the whole, never their sum.
 *
 * @param area the counting area
 * @param account its own account of ballot papers
 * @param votes what the candidacies had there, by their index; none while the area is awaited
 */
public record PartialResult(Area area, BallotAccount account, Map<Integer, Integer> votes) {
    public PartialResult {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
    }

    /** What tells it from the other parts of its contest: the area's code, or else its name. */
    public String key() {
        return area.code().map(GssCode::value).orElseGet(() -> Slug.of(area.name()));
    }
}
