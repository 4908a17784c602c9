package uk.declared.submission.row;

import java.util.Set;
import uk.declared.submission.text.Texts;

/** The words in which the formats say yes and no. */
public final class YesOrNo {
    private static final Set<String> YES = Set.of("elected", "yes", "y", "true", "t", "1");
    private static final Set<String> NO = Set.of("notelected", "no", "n", "false", "f", "0", "unelected");

    private YesOrNo() {}

    /** Whether a text says yes or no in one of these words. */
    public static boolean isEither(String text) {
        return isYes(text) || isNo(text);
    }

    /** Whether a text says yes in one of these words. */
    public static boolean isYes(String text) {
        return YES.contains(Texts.plain(text));
    }

    /** Whether a text says no in one of these words. */
    static boolean isNo(String text) {
        return NO.contains(Texts.plain(text));
    }
}
