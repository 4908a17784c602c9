package uk.declared.web.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a pattern is once its repetitions are written out: {@code (a{3}b){2}} is {@code aaabaaab}, eight long. Repetitions side by
 * side add up, and those within one another multiply.
 */
final class WrittenOutLength {
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    private final String text;
    private final Deque<Double> outer = new ArrayDeque<>();
    private double before;
    private double last;
    private int at;

    private WrittenOutLength(String text) {
        this.text = text;
    }

    static double of(String text) {
        return new WrittenOutLength(text).length();
    }

    private double length() {
        Matcher repetition = REPETITION.matcher(text);
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '(' -> {
                    outer.push(before + last);
                    before = 0;
                    last = 0;
                    at++;
                }
                case ')' -> close();
                case '[' -> {
                    atom();
                    skipClass();
                }
                case '\\' -> {
                    atom();
                    at += 2;
                }
                case '{' -> {
                    if (repetition.region(at, text.length()).lookingAt()) {
                        last *= times(repetition);
                        at = repetition.end();
                    } else {
                        atom();
                        at++;
                    }
                }
                default -> {
                    atom();
                    at++;
                }
            }
        }
        double all = before + last;
        while (!outer.isEmpty()) {
            all += outer.pop();
        }
        return all;
    }

    private void atom() {
        before += last;
        last = 1;
    }

    private void close() {
        double group = before + last + 2;
        before = outer.isEmpty() ? 0 : outer.pop();
        last = group;
        at++;
    }

    /** What stands in brackets is one character, however it is written. */
    private void skipClass() {
        at++;
        at += at < text.length() && text.charAt(at) == '^' ? 1 : 0;
        boolean first = true;
        while (at < text.length() && (first || text.charAt(at) != ']')) {
            first = false;
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private static double times(Matcher repetition) {
        String most = repetition.group(2) == null || repetition.group(2).isEmpty()
                ? repetition.group(1)
                : repetition.group(2);
        return Math.max(1, Double.parseDouble(most));
    }
}
