package uk.declared.web.sparql;

/**
 * Measures how deep brackets stand in one another, before the text meets a parser that would go as deep as the text does.
 * Brackets in strings, IRIs and comments do not count.
 */
final class NestingScan {
    private final String text;
    private int at;

    private NestingScan(String text) {
        this.text = text;
    }

    static int depth(String text) {
        return new NestingScan(text).measure();
    }

    private int measure() {
        int depth = 0;
        int deepest = 0;
        for (at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '(', '{', '[' -> deepest = Math.max(deepest, ++depth);
                case ')', '}', ']' -> depth--;
                case '#' -> skipTo('\n');
                case '"', '\'' -> skipString();
                case '<' -> skipIri();
                default -> {}
            }
        }
        return deepest;
    }

    private void skipTo(char end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found;
    }

    private void skipString() {
        String quote = text.substring(at, at + 1);
        boolean isLong = text.startsWith(quote.repeat(3), at);
        String end = isLong ? quote.repeat(3) : quote;
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length() - 1;
    }

    /** An IRI ends before any of the characters that it cannot hold; a "less than" is no IRI. */
    private void skipIri() {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                at = i;
                return;
            }
            if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
                return;
            }
        }
    }
}
