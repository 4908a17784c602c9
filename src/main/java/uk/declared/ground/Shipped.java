package uk.declared.ground;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What is shipped with the program, read whole: a name that is not there is a fault of the build. */
public final class Shipped {
    private Shipped() {}

    /** The text of a file beside a class. */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }

    /** The text of a file, named from the root of the class path. */
    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** The rows of a table in CSV beside a class, whose first line names the columns. */
    public static List<NamedCsvRecord> rows(Class<?> beside, String name) {
        return CsvReader.builder().ofNamedCsvRecord(text(beside, name)).stream().toList();
    }

    /** The bytes of a file beside a class; a name that begins with a slash is one from the root of the class path. */
    public static byte[] bytes(Class<?> beside, String name) {
        String folder = beside.getPackageName().replace('.', '/') + "/";
        return bytes(name.startsWith("/") ? name.substring(1) : folder + name);
    }

    /** The bytes of a file, named from the root of the class path. */
    public static byte[] bytes(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException(path + " is not on the class path"));
    }

    /**
     * The version of a library of scripts or styles that is packed as a WebJar.
     *
     * @param name its artifact
     */
    public static String webjarVersion(String name) {
        Properties coordinates = new Properties();
        try {
            coordinates.load(new StringReader(text("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coordinates.getProperty("version");
    }

    /** The bytes of a file that may be there, named from the root of the class path. */
    public static Optional<byte[]> find(String path) {
        try (@Nullable InputStream in = Shipped.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
