package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Seeds;
import uk.declared.report.Finding;
import uk.declared.report.RuleTexts;
import uk.declared.submission.column.TableFormats;
import uk.declared.submission.moderngov.ModernGovFormat;

/** Whatever an export or an answer of a web service holds, it is answered in words, never with an exception. */
class AnyBallotTest {
    private static final List<String> HEADINGS = List.copyOf(
                    TableFormats.DEMOCRACY_CLUB.headings().keySet())
            .stream()
            .filter(heading -> !List.of("ballots_cast", "is_winner", "source").contains(heading))
            .toList();
    private static final List<String> USUAL = List.of(
            "person_name",
            "Ann",
            "ballot_paper_id",
            "local.trafford.hale.2024-05-02",
            "votes_cast",
            "7",
            "elected",
            "t");
    private static final List<String> LIKELY = List.of(
            "t",
            "f",
            "True",
            "0",
            "-1",
            "0.5",
            "99999999999",
            "49%",
            "local.trafford.2024-05-02",
            "local.trafford.hale.by.2024-05-02",
            "mayor.tower-hamlets.2018-05-03",
            "gla.a.2024-05-02",
            "parl..2024-07-04",
            "local.trafford.hale.9999-99-99",
            "gss:E05015245",
            "E05015245",
            "https://example.org/a b",
            "joint-party:53-119",
            "Parish",
            "Local by-election");
    private static final List<String> ELEMENTS =
            ModernGovFormat.FIELDS.headings().keySet().stream().sorted().toList();
    private static final ReadOptions KIRKLEES =
            new ReadOptions(Optional.empty(), Optional.of("kirklees"), Optional.of(LocalDate.of(2017, 10, 26)));

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void anyTextInAnyColumnIsAnswered(int seed) {
        Seeds.each(seed, 50, random -> column(random.nextInt(HEADINGS.size()), text(random)));
    }

    private static void column(int column, String text) {
        List<String> cells = new ArrayList<>();
        for (String heading : HEADINGS) {
            int usual = USUAL.indexOf(heading);
            cells.add(usual < 0 ? "" : USUAL.get(usual + 1));
        }
        cells.set(column, "\"" + text.replace("\"", "\"\"") + "\"");

        assertAnswered(Reading.ofText(String.join(",", HEADINGS) + "\n" + String.join(",", cells) + "\n"));
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void anyTextInAnyElementIsAnswered(int seed) {
        Seeds.each(seed, 50, random -> element(Seeds.any(random, ELEMENTS), text(random)));
    }

    private static void element(String element, String text) {
        String escaped = text.replaceAll("[^\\t\\n\\x20-\\uD7FF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
        String inner = "<" + element + ">" + escaped + "</" + element + ">";

        assertAnswered(Reading.ofText(
                "<election><candidatecount/>" + inner + "<candidate>" + inner
                        + "<candidatename>Ann</candidatename><numvotes>7</numvotes></candidate><electionarea>" + inner
                        + "<spoiledvote>" + inner
                        + "<description>Unmarked</description><numvotes>1</numvotes></spoiledvote></electionarea></election>",
                KIRKLEES));
    }

    private static String text(Random random) {
        return random.nextBoolean() ? Seeds.text(random, 60) : Seeds.any(random, LIKELY);
    }

    private static void assertAnswered(Reading reading) {
        assertThat(reading.contests().size() + reading.findings().size()).isPositive();
        for (Finding finding : reading.findings()) {
            assertThat(RuleTexts.in(Locale.UK).message(finding)).isNotBlank();
            assertThat(RuleTexts.in(Locale.forLanguageTag("cy")).mend(finding)).isNotBlank();
        }
    }
}
