package uk.declared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedKeysTest {
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path folder;

    /** Hexadecimal digits sort as unsigned bytes do. */
    @Test
    void keysThatWentThroughFilesComeInOrderAndTheFilesGo() throws Exception {
        Random random = new Random(7);
        List<String> given = new ArrayList<>();
        SortedKeys keys = new SortedKeys(folder, 32, 100);
        for (int i = 0; i < 1_050; i++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            given.add(HEX.formatHex(key));
            keys.add(key);
        }
        assertThat(files()).isNotEmpty();

        List<String> sorted = new ArrayList<>();
        keys.iterator().forEachRemaining(key -> sorted.add(HEX.formatHex(key)));

        assertThat(sorted).isEqualTo(given.stream().sorted().toList());
        keys.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatWasCutOffIsSaidAndNotTakenForItsEnd() throws Exception {
        SortedKeys keys = new SortedKeys(folder, 4, 2);
        for (byte i = 0; i < 9; i++) {
            keys.add(new byte[] {0, 0, 0, i});
        }
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 1), StandardOpenOption.TRUNCATE_EXISTING);
        }

        assertThatThrownBy(() -> keys.iterator().forEachRemaining(key -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cut off");
        keys.close();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.toList();
        }
    }
}
