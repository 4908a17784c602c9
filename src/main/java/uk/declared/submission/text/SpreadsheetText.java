package uk.declared.submission.text;

import java.util.regex.Pattern;

/**
 * Texts in the cells of a CSV file, written so that no spreadsheet takes them for formulas, and read back as they were. An
 * apostrophe goes before what begins like a formula, at the start of the cell and behind what some spreadsheets part cells
 * by; the readers take one such apostrophe away again, which also undoes what people have put there themselves.
 */
public final class SpreadsheetText {
    /** The signs that begin a formula, in their wide forms too, which some spreadsheets take for the same. */
    private static final String FORMULA = "(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])";

    private static final String START = "(^|[;\\t\\r\\n])([\\s']*)";
    private static final Pattern DANGEROUS = Pattern.compile(START + FORMULA);
    private static final Pattern DEFUSED = Pattern.compile(START + "'" + FORMULA);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+%?");

    private SpreadsheetText() {}

    /** The text as a cell may hold it; numbers stay numbers, whatever their sign. */
    public static String safe(String text) {
        return NUMBER.matcher(text).matches() ? text : DANGEROUS.matcher(text).replaceAll("$1$2'");
    }

    /** The text that a cell stands for. */
    public static String original(String cell) {
        return cell.indexOf('\'') < 0 ? cell : DEFUSED.matcher(cell).replaceAll("$1$2");
    }
}
