package uk.declared.submission.text;

import java.util.regex.Pattern;

/** Tells what spreadsheets reckon with from what they hold. */
public final class Formula {
    /** A formula has a cell, a range, a function or a reckoning behind its equals sign. */
    private static final Pattern FORMULA = Pattern.compile(
            "=[\\s(+-]*(\\$?[A-Z]{1,3}\\$?\\d+|[A-Z][A-Z0-9.]*\\(|'?[^'!=]{1,40}'?!|\\d+(\\.\\d+)?\\s*[-+*/]|\u2026).*");

    private static final Pattern FORMULA_ERROR = Pattern.compile("#(REF|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC)[!?]");

    private Formula() {}

    /** Whether a text is a formula that was not worked out, or the error that came of it. */
    public static boolean isFormula(String text) {
        return !text.isEmpty()
                && (text.charAt(0) == '=' && FORMULA.matcher(text).matches()
                        || text.charAt(0) == '#' && FORMULA_ERROR.matcher(text).matches());
    }
}
