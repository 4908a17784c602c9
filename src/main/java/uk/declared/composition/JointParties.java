package uk.declared.composition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Which parties sit together. Whoever was put forward by two parties jointly is counted with the one of them that has other
 * members on the council (of Labour and the Co-operative Party, with Labour); where neither or both have, by themselves.
 */
final class JointParties {
    private final Map<Node, Node> together = new LinkedHashMap<>();

    /**
     * @param jointOf the parties of each joint candidature
     * @param onTheCouncil every affiliation that a member has had
     */
    JointParties(Map<Node, Set<Node>> jointOf, Set<Node> onTheCouncil) {
        jointOf.forEach((joint, parties) -> {
            List<Node> present = parties.stream().filter(onTheCouncil::contains).toList();
            if (present.size() == 1) {
                together.put(joint, present.get(0));
            }
        });
    }

    Map<Node, Set<Node>> groups(Collection<Node> affiliations) {
        Map<Node, Set<Node>> groups = new LinkedHashMap<>();
        for (Node affiliation : new ArrayList<>(affiliations)) {
            groups.computeIfAbsent(together.getOrDefault(affiliation, affiliation), missing -> new LinkedHashSet<>())
                    .add(affiliation);
        }
        return groups;
    }
}
