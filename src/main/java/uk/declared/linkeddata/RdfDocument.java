package uk.declared.linkeddata;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a file of RDF says, held compactly: every term once, every statement as four numbers. Named graphs are read as one.
 *
 * <p>Not more than {@value #MOST_STATEMENTS} statements on {@value #MOST_TERMS} different terms are held, which takes some
 * 300 MB at the very most.
 */
public final class RdfDocument {
    /** The most statements that are read: a council's history of thirty years has a tenth. */
    public static final int MOST_STATEMENTS = 2_000_000;

    /** The most different terms. */
    public static final int MOST_TERMS = 800_000;

    private final List<RdfTerm> terms;
    private final Map<RdfTerm, Integer> numbers;
    private final int[] statements;
    private final int size;
    private final int[] firstOfSubject;
    private final int[] bySubject;

    /**
     * One statement.
     *
     * @param number counted from 0 in the order of the file
     * @param line where it stands, counted from 1; 0 where the syntax does not tell
     */
    public record Statement(int number, RdfTerm subject, String predicate, RdfTerm object, int line) {}

    RdfDocument(Map<RdfTerm, Integer> numbers, int[] statements, int size) {
        this.numbers = numbers;
        this.terms = new ArrayList<>(numbers.keySet());
        this.statements = statements;
        this.size = size;
        this.firstOfSubject = new int[terms.size() + 1];
        this.bySubject = new int[size];
        index();
    }

    /**
     * Reads a file.
     *
     * @param in its bytes, of which no more than the syntax allows are read; not closed
     * @throws UnreadableRdfException where it cannot be read, or where it is more than is held
     */
    public static RdfDocument read(InputStream in, ReadableSyntax syntax) throws UnreadableRdfException {
        RdfDocumentBuilder builder = new RdfDocumentBuilder();
        RdfParsing.parse(in, syntax, builder);
        return builder.build();
    }

    private void index() {
        for (int i = 0; i < size; i++) {
            firstOfSubject[statements[4 * i] + 1]++;
        }
        for (int i = 0; i < terms.size(); i++) {
            firstOfSubject[i + 1] += firstOfSubject[i];
        }
        int[] next = Arrays.copyOf(firstOfSubject, terms.size());
        for (int i = 0; i < size; i++) {
            bySubject[next[statements[4 * i]]++] = i;
        }
    }

    /** How many statements there are, doubles included. */
    public int size() {
        return size;
    }

    /** The statement of a number. */
    public Statement statement(int number) {
        int at = 4 * number;
        return new Statement(
                number,
                terms.get(statements[at]),
                terms.get(statements[at + 1]).toString(),
                terms.get(statements[at + 2]),
                statements[at + 3]);
    }

    /** All statements, in the order of the file. */
    public void forEach(Consumer<Statement> consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(statement(i));
        }
    }

    /** The statements with this predicate, whatever they are about, in the order of the file. */
    public List<Statement> withPredicate(String predicate) {
        Integer wanted = numbers.get(new RdfTerm.Uri(predicate));
        List<Statement> found = new ArrayList<>();
        for (int i = 0; wanted != null && i < size; i++) {
            if (statements[4 * i + 1] == wanted) {
                found.add(statement(i));
            }
        }
        return found;
    }

    /** The statements about a thing, in the order of the file. */
    public List<Statement> about(RdfTerm subject) {
        Integer number = numbers.get(subject);
        List<Statement> found = new ArrayList<>();
        if (number != null) {
            for (int i = firstOfSubject[number]; i < firstOfSubject[number + 1]; i++) {
                found.add(statement(bySubject[i]));
            }
        }
        return found;
    }
}
