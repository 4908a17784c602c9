package uk.declared.submission.column;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.submission.text.Texts;

/**
 * A column of a table of candidacies that holds a figure of one stage of a count by the single transferable vote. There
 * are as many as there are stages, so their headings are recognised by a pattern: {@code transfers02}, {@code
 * total_votes02}; in the template {@code transfer_2}, {@code total_2}, {@code non_transferable_2}.
 *
 * @param number the stage, counted from 1
 */
public record StageColumn(Kind kind, int number) implements Comparable<StageColumn> {
    /** More stages than any count has had. */
    public static final int MOST_STAGES = 200;

    private static final Pattern HEADING =
            Pattern.compile("(transfers?|totalvotes|total|votes|nontransferable)(?:stage|count)?0*([1-9]\\d{0,2})");

    /** What is stated of a stage. */
    public enum Kind {
        TRANSFER("transfer"),
        TOTAL("tallyVotes"),
        NON_TRANSFERABLE("nonTransferable");

        private final String property;

        Kind(String property) {
            this.property = property;
        }

        /** The local name of the property that states the value. */
        public String property() {
            return property;
        }
    }

    /** The column that a heading names, whatever its case, spaces and punctuation. */
    public static Optional<StageColumn> of(String heading) {
        Matcher matcher = HEADING.matcher(Texts.plain(heading));
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MOST_STAGES) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        Kind kind = name.startsWith("transfer")
                ? Kind.TRANSFER
                : name.equals("nontransferable") ? Kind.NON_TRANSFERABLE : Kind.TOTAL;
        return Optional.of(new StageColumn(kind, Integer.parseInt(matcher.group(2))));
    }

    @Override
    public int compareTo(StageColumn other) {
        int byNumber = Integer.compare(number, other.number);
        return byNumber != 0 ? byNumber : kind.compareTo(other.kind);
    }
}
