package uk.declared.submission.row;

import java.util.Set;
import uk.declared.submission.text.Texts;

/** The words and marks in which the formats say yes and no, in English and Welsh. */
public final class YesOrNo {
    private static final Set<String> YES = Set.of(
            "elected",
            "yes",
            "y",
            "true",
            "t",
            "1",
            "dulyelected",
            "etholwyd",
            "wediiethol",
            "wedieiethol",
            "ie",
            "ydy",
            "gwir");
    private static final Set<String> NO = Set.of(
            "notelected",
            "no",
            "n",
            "false",
            "f",
            "0",
            "unelected",
            "nietholwyd",
            "hebeiethol",
            "nage",
            "nacydy",
            "ffug");
    private static final Set<String> TICKS = Set.of("\u2713", "\u2714", "\u2705", "\u2611");
    private static final Set<String> CROSSES = Set.of("\u2717", "\u2718", "\u274C", "\u2610");

    private YesOrNo() {}

    /** Whether a text says yes or no in one of these words. */
    public static boolean isEither(String text) {
        return isYes(text) || isNo(text);
    }

    /** Whether a text says yes in one of these words. */
    public static boolean isYes(String text) {
        return YES.contains(Texts.plain(text)) || TICKS.contains(mark(text));
    }

    /** Whether a text says no in one of these words. */
    static boolean isNo(String text) {
        return NO.contains(Texts.plain(text)) || CROSSES.contains(mark(text));
    }

    /** Without what only chooses how a sign is drawn. */
    private static String mark(String text) {
        return text.strip().replace("\uFE0F", "");
    }
}
