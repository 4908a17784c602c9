package uk.declared.submission.workbook;

import java.util.Optional;

/** Whole numbers as a workbook's parts have them: digits alone. There are some in every cell, so that no regular expression is used. */
final class WholeNumber {
    private WholeNumber() {}

    /**
     * Reads a number.
     *
     * @param most so many digits at most, fewer than ten
     * @return absent where the text is anything else
     */
    static Optional<Integer> of(String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            return Optional.empty();
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            number = number * 10 + digit - '0';
        }
        return Optional.of(number);
    }
}
