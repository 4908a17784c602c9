package uk.declared.dump;

import java.util.Arrays;
import java.util.Optional;
import uk.declared.linkeddata.RdfSyntax;

/** The syntaxes of dumps: those that know graphs and can be written and read as a stream. */
public enum DumpFormat {
    N_QUADS(RdfSyntax.N_QUADS),
    TRIG(RdfSyntax.TRIG);

    private final RdfSyntax syntax;

    DumpFormat(RdfSyntax syntax) {
        this.syntax = syntax;
    }

    public RdfSyntax syntax() {
        return syntax;
    }

    /** The ending of the file's name without the dot, before {@code .gz}. */
    public String suffix() {
        return syntax.suffix();
    }

    public String mediaType() {
        return syntax.mediaType();
    }

    /** The format that a file's name asks for, whether compressed or not. */
    public static Optional<DumpFormat> ofFile(String name) {
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return Arrays.stream(values())
                .filter(format -> plain.endsWith("." + format.suffix()))
                .findFirst();
    }
}
