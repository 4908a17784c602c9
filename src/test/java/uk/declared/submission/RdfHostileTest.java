package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Seeds;
import uk.declared.report.Finding;
import uk.declared.report.RuleTexts;
import uk.declared.report.Severity;

/** Whatever RDF says, it is answered with contests and findings: nothing is fetched, nothing is thrown. */
class RdfHostileTest {
    private static final Path FILES = Path.of("src/test/resources/rdf");
    private static final List<String> CHANGED = List.of(
            "two-contests.ttl",
            "own-entities.rdf",
            "contest.rj",
            "contest.trix",
            "entities-of-entities.rdf",
            "remote-import.jsonld");
    private static final List<String> PIECES = List.of(
            "",
            "<",
            ">",
            "\"",
            "\"\"\"",
            "[",
            "]",
            "{",
            "}",
            "<< <a:b> <a:b> <a:b> >>",
            "@",
            "\\u0000",
            "\\uD800",
            "\u0000",
            "\uFFFE",
            "^^",
            "<!--",
            "]]>",
            "&#0;",
            "GRAPH <a:b> {",
            "@prefix le: <a:b> .",
            "_:",
            ".",
            ";",
            ",");
    private static final List<String> TERMS = List.of(
            "le:Contest",
            "ex:altrincham",
            "ex:ann",
            "ex:hale",
            "ex:may",
            "ex:council",
            "[]",
            "()",
            "(1 2)",
            "_:x",
            "\"\"",
            "\"x\"@en",
            "1e400",
            "\"1e999999999\"^^xsd:decimal",
            "\"99999999999999999999999999\"^^xsd:integer",
            "\"--\"^^xsd:date",
            "\"999999999-12-31\"^^xsd:date",
            "\"2024-02-30\"^^xsd:date",
            "<>",
            "<#>",
            "<http://x/id/party/joint-party-0-0>",
            "<http://x/id/contest/local.a.b.2024-99-99>",
            "true",
            "<urn:x>",
            "\"\"\"a\nb\"\"\"",
            "le:candidacy",
            "le:nothing",
            "<http://x/id/person/dc-0>",
            "office:mayor",
            "office:mp",
            "office:pcc",
            "office:parish-councillor",
            "type:by-election");

    @Test
    void aContextThatStandsElsewhereIsNotFetched() throws IOException {
        for (String file : new String[] {"remote-context.jsonld", "remote-import.jsonld"}) {
            Reading reading = Reading.of(FILES.resolve(file));

            assertThat(reading.findings().get(0).details()).containsEntry("rdf", "remote");
        }
    }

    @Test
    void anEntityThatStandsElsewhereIsNotRead() {
        Reading reading = Reading.of(FILES.resolve("external-entity.rdf"));

        assertThat(reading.contests()).isEmpty();
        String host = hostName();
        assertThat(reading.findings())
                .noneMatch(finding -> finding.value().filter(host::equals).isPresent());
    }

    @Test
    void entitiesOfEntitiesAreRefused() {
        assertThat(Reading.of(FILES.resolve("entities-of-entities.rdf")).rules())
                .singleElement()
                .asString()
                .startsWith("F095");
    }

    @Test
    void whatIsNestedToTheBottomIsRefused() {
        int deep = 200_000;
        String[] all = {
            "@prefix le: <https://w3id.org/local-elections#> . [] le:candidacy " + "[ le:x ".repeat(deep) + "1"
                    + " ]".repeat(deep) + " .",
            "[] <http://x/> " + "(".repeat(deep) + ")".repeat(deep) + " .",
            "{\"@id\": \"http://x/\", \"http://x/\": " + "{\"http://x/\": ".repeat(deep) + "1" + "}".repeat(deep) + "}",
            "{\"@id\": \"http://x/\", \"http://x/\": " + "[".repeat(deep) + "]".repeat(deep) + "}",
            "{\"http://x/\": {\"value\": " + "[".repeat(deep) + "]".repeat(deep) + "}}",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://x/\">"
                    + "<x:x>".repeat(deep) + "</x:x>".repeat(deep) + "</rdf:RDF>"
        };
        for (String text : all) {
            assertThat(Reading.ofText(text).isUnreadable())
                    .as(text.substring(0, 60))
                    .isTrue();
        }
    }

    @Test
    void moreThanIsHeldIsRefused() {
        StringBuilder many = new StringBuilder("<http://x/> <http://y/> 0");
        for (int i = 0; i < 2_100_000; i++) {
            many.append(",1");
        }

        assertThat(Reading.ofText(many.append(" .").toString())
                        .findings()
                        .get(0)
                        .details())
                .containsEntry("rdf", "toomany");
    }

    @Test
    void aContestWithMoreCandidaciesThanAnyIsRefusedAlone() throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(FILES.resolve("two-contests.ttl")));
        for (int i = 0; i < 1_001; i++) {
            text.append("ex:hale le:candidacy ex:c").append(i).append(" .\n");
        }

        Reading reading = Reading.ofText(text.toString());

        assertThat(reading.contests()).hasSize(1);
        assertThat(reading.findings())
                .anyMatch(finding -> "candidacies".equals(finding.details().get("rdf")));
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void anyChangeOfAFileIsAnswered(int seed) {
        Seeds.each(seed, 40, random -> {
            String text = Files.readString(FILES.resolve(Seeds.any(random, CHANGED)));
            String piece = random.nextBoolean() ? Seeds.text(random, 20) : Seeds.any(random, PIECES);
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(from + random.nextInt(41), text.length());

            isAnswered(Reading.ofText(text.substring(0, from) + piece + text.substring(to)));
        });
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void anyTermInThePlaceOfAnotherIsAnswered(int seed) {
        Seeds.each(seed, 30, random -> replaced(Seeds.any(random, TERMS), random.nextInt(201)));
    }

    private static void replaced(String term, int which) throws IOException {
        String[] words = Files.readString(FILES.resolve("two-contests.ttl")).split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");
        int at = 60 + which;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean replaced = i == (at | 1) - (words[at | 1].isBlank() ? 1 : 0);
            text.append(replaced ? term : words[i]);
        }

        Reading reading = Reading.ofText(text.toString());
        isAnswered(reading);
        boolean refused = reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION);
        assertThat(refused || reading.contests().size() >= 2)
                .as("no contest goes without a word")
                .isTrue();
    }

    private static void isAnswered(Reading reading) {
        assertThat(reading.contests().size() + reading.findings().size()).isPositive();
        for (Finding finding : reading.findings()) {
            assertThat(RuleTexts.in(Locale.UK).message(finding)).isNotBlank();
            assertThat(RuleTexts.in(Locale.UK).mend(finding)).isNotBlank();
        }
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "\u0000";
        }
    }
}
