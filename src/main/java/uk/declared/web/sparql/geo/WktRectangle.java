package uk.declared.web.sparql.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** Finds the rectangle that well-known text lies in by its numbers alone, some twenty times as fast as reading the geometry. */
final class WktRectangle {
    private final String text;
    private int at;

    private WktRectangle(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Absent where the text is anything but polygons of plain positions. */
    static Optional<Envelope> of(String text) {
        int open = text.indexOf('(');
        String kind = open < 0 ? "" : text.substring(0, open).strip();
        boolean plain = kind.equalsIgnoreCase("POLYGON") || kind.equalsIgnoreCase("MULTIPOLYGON");
        return plain ? new WktRectangle(text, open).measure() : Optional.empty();
    }

    private Optional<Envelope> measure() {
        Envelope envelope = new Envelope();
        try {
            while (skipTo()) {
                double x = number();
                skipBlanks();
                double y = number();
                skipBlanks();
                if (at >= text.length() || (text.charAt(at) != ',' && text.charAt(at) != ')')) {
                    return Optional.empty();
                }
                envelope.expandToInclude(x, y);
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return envelope.isNull() ? Optional.empty() : Optional.of(envelope);
    }

    /** Goes on to the next position, past brackets, commas and blanks. */
    private boolean skipTo() {
        while (at < text.length() && "(), \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private double number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.parseDouble(text.substring(start, at));
    }
}
