package uk.declared.web.thing;

import java.math.BigDecimal;

/**
 * A share drawn as a bar beside its figure.
 *
 * @param text the share as people read it
 * @param width of the bar, from 0 to 100
 * @param colour of a party; empty for the colour of all bars
 */
record Bar(String text, String width, String colour) {
    static Bar of(BigDecimal percentage, String text) {
        return new Bar(text, percentage.toPlainString(), "");
    }

    Bar in(String party) {
        return new Bar(text, width, party);
    }
}
