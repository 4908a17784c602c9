package uk.declared.web.thing;

import java.math.BigDecimal;

/**
 * A share drawn as a bar beside its figure.
 *
 * @param text the share as people read it
 * @param width of the bar, from 0 to 100
 */
record Bar(String text, String width) {
    static Bar of(BigDecimal percentage, String text) {
        return new Bar(text, percentage.toPlainString());
    }
}
