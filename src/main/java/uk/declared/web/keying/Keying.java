package uk.declared.web.keying;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one contest while they are keyed. They count once two keyings agree; where the first two differ, a
 * third must agree with one of them.
 */
final class Keying implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> first;
    private final HashMap<String, String> agreed = new HashMap<>();
    private final HashMap<String, String> second = new HashMap<>();
    private final String status;

    /**
     * @param first what was keyed first, by field
     * @param status how final the result is
     */
    Keying(Map<String, String> first, String status) {
        this.first = new HashMap<>(first);
        this.status = status;
    }

    String status() {
        return status;
    }

    /**
     * Compares what is keyed again.
     *
     * @param fields all fields of the form
     * @return those that still differ
     */
    List<String> compare(Map<String, String> again, List<String> fields) {
        List<String> differing = new ArrayList<>();
        for (String field : fields) {
            if (agreed.containsKey(field)) {
                continue;
            }
            String now = again.getOrDefault(field, "");
            boolean likeFirst = now.equals(first.getOrDefault(field, ""));
            boolean likeSecond = second.containsKey(field) && now.equals(second.get(field));
            if (likeFirst || likeSecond) {
                agreed.put(field, now);
            } else {
                differing.add(field);
                second.put(field, now);
            }
        }
        return differing;
    }

    /** Whether a field is settled. */
    boolean isAgreed(String field) {
        return agreed.containsKey(field);
    }

    /** What the keyings agree on. */
    Map<String, String> agreed() {
        return Map.copyOf(agreed);
    }
}
