package uk.declared.submission;

import uk.declared.report.Place;

/**
 * One cell of a table.
 *
 * @param text without white space around it, no-break spaces included; empty for a blank cell
 */
record Cell(Place place, String text) {
    boolean isBlank() {
        return text.isEmpty();
    }
}
