package uk.declared.submission;

import uk.declared.report.Place;

/**
 * One cell of a table.
 *
 * @param text without white space around it, no-break spaces included; empty for a blank cell
 * @param given what stands in the file, where the text is already a reading of it
 */
public record Cell(Place place, String text, String given) {
    public Cell(Place place, String text) {
        this(place, text, text);
    }

    public boolean isBlank() {
        return text.isEmpty();
    }
}
