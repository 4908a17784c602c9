package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Seeds;
import uk.declared.report.Finding;
import uk.declared.report.RuleTexts;

/** Whatever a file holds, it is answered with contests and findings, never with an exception. */
class AnyInputTest {
    private static final List<String> LIKELY = List.of(
            "0",
            "-0",
            "1e3",
            "1,024",
            "１２３",
            "2024-02-30",
            "29/02/2023",
            "E05",
            "PP",
            "joint-party-1-2",
            "#",
            "/",
            "=",
            "http://",
            "http://[",
            "http://a b",
            "NaN",
            "∞",
            "\u0000",
            "\uFFFF",
            "\uD800",
            "'",
            "\"",
            "\r",
            "%",
            "{value}");
    private static final List<String> LINES = lines();

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void anyTextInAnyCellIsAnswered(int seed) {
        Seeds.each(seed, 50, random -> cell(random.nextInt(33), text(random)));
    }

    private static void cell(int column, String text) {
        List<String> cells = new ArrayList<>(List.of(LINES.get(1).split(",", -1)));
        cells.set(column, "\"" + text.replace("\"", "\"\"") + "\"");

        Reading reading = Reading.ofText(LINES.get(0) + "\n" + String.join(",", cells) + "\n" + LINES.get(2) + "\n");

        assertThat(reading.contests().size() + reading.findings().size()).isPositive();
        for (Finding finding : reading.findings()) {
            assertThat(RuleTexts.in(Locale.UK).message(finding)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void anyBytesAreAnswered(int seed) {
        Seeds.each(seed, 30, random -> {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            bytes(bytes);
        });
    }

    private static void bytes(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("reading", ".csv");
        try {
            Files.write(file, bytes);
            assertThat(Reading.of(file).isUnreadable()).isTrue();
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void aFileCutOffAnywhereIsAnswered(int seed) {
        String text = String.join("\n", LINES);
        Seeds.each(seed, 30, random -> {
            Reading reading = Reading.ofText(text.substring(0, 1 + random.nextInt(text.length())));

            assertThat(reading.contests().size() + reading.findings().size()).isPositive();
        });
    }

    private static String text(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Seeds.text(random, 60);
            case 1 -> Seeds.any(random, LIKELY);
            default -> Seeds.any(random, LIKELY).repeat(2_000);
        };
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/bad-input/nothing-unusual.csv"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
