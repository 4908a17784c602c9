package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndsWithoutMemoryTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Integer> ended = new ArrayList<>();
    private final EndsWithoutMemory watcher = new EndsWithoutMemory(said, ended::add);

    @Test
    void aThreadThatDiesForWantOfMemoryEndsTheProcessWithAReasonInBothLanguages() {
        watcher.uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));

        assertThat(ended).containsExactly(EndsWithoutMemory.CODE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no memory left", "Nid oes cof ar ôl", "-Xmx2g");
    }

    @Test
    void whateverElseAThreadDiesOfIsNoReasonToEnd() {
        watcher.uncaughtException(Thread.currentThread(), new IllegalStateException("one request"));

        assertThat(ended).isEmpty();
    }

    /** A bulk load's own threads die first, and the command would wait for them. */
    @Test
    void everyCommandIsWatchedOverFromItsBeginning() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            Thread.setDefaultUncaughtExceptionHandler(null);

            DeclaredCommand.run("publish", "--help");

            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isInstanceOf(EndsWithoutMemory.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
