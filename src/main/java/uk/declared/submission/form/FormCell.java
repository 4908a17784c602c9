package uk.declared.submission.form;

import uk.declared.submission.workbook.SheetCell;

/**
 * A cell of a form that is not blank.
 *
 * @param row counted from 1
 * @param column counted from 1
 * @param kind what the workbook takes it for
 * @param text without white space around it
 */
record FormCell(int row, int column, SheetCell.Kind kind, String text) {
    /** Whether it holds nothing but a short number, as cells do that number rows. */
    boolean isOrdinal() {
        return text.matches("\\d{1,3}[.)]?");
    }

    /** Whether it holds a code that the form's makers printed on it, such as {@code 00ABFX12}. */
    boolean isFormCode() {
        return text.matches("\\d{2}[A-Z]{2,4}\\d{0,3}");
    }

    boolean hasDigit() {
        return text.chars().anyMatch(Character::isDigit);
    }
}
