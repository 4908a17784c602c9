package uk.declared.access;

/**
 * A token that was just made.
 *
 * @param token as it is kept
 * @param text what its holder shows; it cannot be had again
 */
public record NewToken(Token token, String text) {
    @Override
    public String toString() {
        return token.toString();
    }
}
