package uk.declared.linkeddata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers the statements of a file; refuses more than a document holds. */
final class RdfDocumentBuilder {
    /** No value that is read is longer, in characters: a longer one (a boundary's, say) is kept to this length. */
    private static final int LONGEST = 40_000;

    private final Map<RdfTerm, Integer> numbers = new LinkedHashMap<>();
    private int[] statements = new int[4 * 1024];
    private int size;

    /** @param line counted from 1; 0 where it is not known */
    void add(RdfTerm subject, RdfTerm predicate, RdfTerm object, int line) {
        if (size >= RdfDocument.MOST_STATEMENTS || numbers.size() + 3 > RdfDocument.MOST_TERMS) {
            throw new TooMuchException();
        }
        if (4 * size == statements.length) {
            int longer = Math.min(2 * statements.length, 4 * RdfDocument.MOST_STATEMENTS);
            statements = Arrays.copyOf(statements, longer);
        }
        statements[4 * size] = number(subject);
        statements[4 * size + 1] = number(predicate);
        statements[4 * size + 2] = number(shortened(object));
        statements[4 * size + 3] = line;
        size++;
    }

    private static RdfTerm shortened(RdfTerm term) {
        return term instanceof RdfTerm.Literal literal && literal.text().length() > LONGEST
                ? new RdfTerm.Literal(literal.text().substring(0, LONGEST), literal.datatype(), literal.language())
                : term;
    }

    private int number(RdfTerm term) {
        Integer known = numbers.putIfAbsent(term, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    RdfDocument build() {
        return new RdfDocument(numbers, Arrays.copyOf(statements, 4 * size), size);
    }

    /** Ends the reading; never leaves the package. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException() {
            super("More statements than are held", null, false, false);
        }
    }
}
