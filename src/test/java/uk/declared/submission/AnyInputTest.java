package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import uk.declared.report.Finding;
import uk.declared.report.RuleTexts;

/** Whatever a file holds, it is answered with contests and findings, never with an exception. */
class AnyInputTest {
    private static final List<String> LINES = lines();

    @Property(tries = 500)
    void anyTextInAnyCellIsAnswered(@ForAll @IntRange(max = 32) int column, @ForAll("cells") String text) {
        List<String> cells = new ArrayList<>(List.of(LINES.get(1).split(",", -1)));
        cells.set(column, "\"" + text.replace("\"", "\"\"") + "\"");

        Reading reading = Reading.ofText(LINES.get(0) + "\n" + String.join(",", cells) + "\n" + LINES.get(2) + "\n");

        assertThat(reading.contests().size() + reading.findings().size()).isPositive();
        for (Finding finding : reading.findings()) {
            assertThat(RuleTexts.in(Locale.UK).message(finding)).isNotBlank();
        }
    }

    @Property(tries = 300)
    void anyBytesAreAnswered(@ForAll byte[] bytes) throws IOException {
        Path file = Files.createTempFile("reading", ".csv");
        try {
            Files.write(file, bytes);
            assertThat(Reading.of(file).isUnreadable()).isTrue();
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void aFileCutOffAnywhereIsAnswered(@ForAll @IntRange(min = 1, max = 2_000) int length) {
        String text = String.join("\n", LINES);

        Reading reading = Reading.ofText(text.substring(0, Math.min(length, text.length())));

        assertThat(reading.contests().size() + reading.findings().size()).isPositive();
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> likely = Arbitraries.of(
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
        return Arbitraries.oneOf(texts, likely, likely.map(text -> text.repeat(2_000)));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/bad-input/nothing-unusual.csv"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
