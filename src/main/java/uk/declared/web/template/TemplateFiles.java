package uk.declared.web.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The template's files on the classpath. */
final class TemplateFiles {
    static final String CSV = "declared-template.csv";
    static final String METADATA = CSV + "-metadata.json";

    private static final String FOLDER = "declared/template/";

    private TemplateFiles() {}

    /** The bytes of a file; absent where it is not shipped. */
    static Optional<byte[]> read(String name) {
        try (InputStream in = TemplateFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
