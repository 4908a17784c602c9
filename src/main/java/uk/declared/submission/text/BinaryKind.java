package uk.declared.submission.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of file that are not text, by the bytes they begin with; the first that fits counts. */
public enum BinaryKind {
    PNG("\u0089PNG"),
    JPEG("\u00FF\u00D8\u00FF"),
    GIF("GIF8"),
    PDF("%PDF-"),
    OFFICE("PK\u0003\u0004", "[Content_Types].xml", "xl/", "word/"),
    ODS("PK\u0003\u0004", "application/vnd.oasis.opendocument"),
    ZIP("PK\u0003\u0004"),
    XLS("\u00D0\u00CF\u0011\u00E0"),
    GZIP("\u001F\u008B"),
    OTHER("");

    private final String beginning;
    private final List<String> marks;

    /**
     * @param beginning the first bytes, each as the character of that code
     * @param marks texts of which one stands further on; none where the beginning tells enough
     */
    BinaryKind(String beginning, String... marks) {
        this.beginning = beginning;
        this.marks = List.of(marks);
    }

    /** What a file is, where its beginning tells. */
    public static Optional<BinaryKind> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.fits(text))
                .findFirst();
    }

    private boolean fits(String text) {
        return text.startsWith(beginning) && (marks.isEmpty() || marks.stream().anyMatch(text::contains));
    }

    /** The name under which the texts of the rules know it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
