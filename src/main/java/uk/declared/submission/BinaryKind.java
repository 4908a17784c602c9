package uk.declared.submission;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of file that are not text, by the bytes they begin with. */
enum BinaryKind {
    PNG("PNG picture", 0x89, 'P', 'N', 'G'),
    JPEG("JPEG picture", 0xFF, 0xD8, 0xFF),
    GIF("GIF picture", 'G', 'I', 'F', '8'),
    PDF("PDF document", '%', 'P', 'D', 'F', '-'),
    ZIP("workbook or ZIP archive", 'P', 'K', 0x03, 0x04),
    OLD_OFFICE("workbook or document of an old Office", 0xD0, 0xCF, 0x11, 0xE0),
    GZIP("gzip archive", 0x1F, 0x8B);

    private final String title;
    private final int[] beginning;

    BinaryKind(String title, int... beginning) {
        this.title = title;
        this.beginning = beginning;
    }

    /** What the file is, where its beginning tells. */
    static Optional<String> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(kind -> kind.begins(bytes))
                .map(kind -> kind.title)
                .findFirst();
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
