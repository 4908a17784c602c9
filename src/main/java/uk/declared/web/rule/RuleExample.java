package uk.declared.web.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.declared.ground.Shipped;

/**
 * An example of a rule as it stands in its file.
 *
 * @param lines in their order
 */
record RuleExample(List<Line> lines) {
    /**
     * A line of it.
     *
     * @param differs whether the example of the other kind has no such line in that place
     */
    record Line(String text, boolean differs) {}

    /** The example that breaks a rule and the one that keeps it, each marked where it differs from the other. */
    record Pair(RuleExample breaks, RuleExample keeps) {}

    /** The examples of a rule; none where it has no shape. */
    static Optional<Pair> of(String number) {
        return read(number + "-breaks")
                .flatMap(breaks -> read(number + "-keeps").map(keeps -> compare(breaks, keeps)));
    }

    /** Lines that are part of a longest common subsequence are alike; the others differ. */
    static Pair compare(List<String> one, List<String> other) {
        int[][] common = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = one.get(i).equals(other.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> left = new ArrayList<>();
        List<Line> right = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            if (i < one.size() && j < other.size() && one.get(i).equals(other.get(j))) {
                left.add(new Line(one.get(i++), false));
                right.add(new Line(other.get(j++), false));
            } else if (j == other.size() || (i < one.size() && common[i + 1][j] >= common[i][j + 1])) {
                left.add(different(one.get(i++)));
            } else {
                right.add(different(other.get(j++)));
            }
        }
        return new Pair(new RuleExample(List.copyOf(left)), new RuleExample(List.copyOf(right)));
    }

    /** Comments say of themselves which example they belong to. */
    private static Line different(String text) {
        return new Line(text, !text.startsWith("#"));
    }

    private static Optional<List<String>> read(String name) {
        String resource = "shapes/examples/" + name + ".ttl";
        return Shipped.find(resource)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }
}
