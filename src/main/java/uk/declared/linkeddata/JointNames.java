package uk.declared.linkeddata;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.declared.ground.Shipped;

/**
 * What parties that stand together are called where a source gives only their identifiers: by the shipped table of usual
 * names, {@code declared/party-names.csv}, in which the first name of those parties together counts, and else the first names
 * of each.
 */
public final class JointNames {
    private static final String TABLE = "/declared/party-names.csv";
    private static final JointNames SHIPPED = new JointNames();

    private final Map<Set<String>, String> names = new HashMap<>();

    private JointNames() {
        Shipped.rows(JointNames.class, TABLE)
                .forEach(row -> names.putIfAbsent(
                        new TreeSet<>(List.of(row.getField("ids").split(" "))), row.getField("name")));
    }

    /** The shipped table. */
    public static JointNames shipped() {
        return SHIPPED;
    }

    /** A name of parties together, by their identifiers; absent where the table has not all of them. */
    public Optional<String> of(Collection<String> parties) {
        List<String> each = parties.stream()
                .flatMap(id -> Optional.ofNullable(names.get(Set.of(id))).stream())
                .toList();
        return Optional.ofNullable(names.get(new TreeSet<>(parties)))
                .or(() -> each.size() == parties.size() ? Optional.of(String.join(" and ", each)) : Optional.empty());
    }
}
