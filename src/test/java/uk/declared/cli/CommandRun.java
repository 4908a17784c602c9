package uk.declared.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands as somebody types them, and keeps what they say. */
abstract class CommandRun {
    static final Path EXAMPLE = Path.of("src/main/resources/declared/examples/trafford-2024-05-02.csv");
    static final int CONFORMS = 0;
    static final int VIOLATIONS = 1;
    static final int UNREADABLE = 2;

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    int run(Object... words) {
        said.reset();
        complained.reset();
        return DeclaredCommand.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
