package uk.declared.web.template;

import java.util.Optional;
import uk.declared.ground.Shipped;

/** The template's files on the classpath. */
final class TemplateFiles {
    static final String CSV = "declared-template.csv";
    static final String METADATA = CSV + "-metadata.json";

    private static final String FOLDER = "declared/template/";

    private TemplateFiles() {}

    /** The bytes of a file; absent where it is not shipped. */
    static Optional<byte[]> read(String name) {
        return Shipped.find(FOLDER + name);
    }
}
