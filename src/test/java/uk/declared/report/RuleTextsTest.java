package uk.declared.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/uk/declared/report");
    private static final Pattern RULE = Pattern.compile("[\":]([FWI]\\d{3})\\b");
    private static final Pattern NAME = Pattern.compile("\\{[^}]*}");

    @Test
    void everyRuleOfTheCodeAndTheShapesHasATitleAMessageAndAMend() {
        Properties english = texts("rules.properties");

        for (String rule : rulesInUse()) {
            for (String part : List.of("title", "message", "mend")) {
                assertThat(english.getProperty(rule + "." + part))
                        .as("%s.%s", rule, part)
                        .isNotBlank();
            }
        }
    }

    @Test
    void noTextIsLeftOfARuleThatIsNotThereAnyMore() {
        assertThat(RuleTexts.in(Locale.UK).numbers()).isEqualTo(rulesInUse());
    }

    @Test
    void everyTextIsThereInWelshAndMentionsTheSame() {
        Properties english = texts("rules.properties");
        Properties welsh = texts("rules_cy.properties");

        assertThat(welsh.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(names(welsh.getProperty(key))).as(key).isEqualTo(names(english.getProperty(key)));
        }
    }

    @Test
    void whatAValueHoldsIsNeverTakenForAName() {
        Finding finding = new Finding(
                "F030",
                Severity.VIOLATION,
                Place.cell("a.csv", 2, 19, "VotesWon"),
                Optional.empty(),
                Optional.of("{label.kind} $1 \\ \n twelve"),
                Map.of());

        assertThat(RuleTexts.in(Locale.UK).message(finding))
                .isEqualTo("“{label.kind} $1 \\   twelve” is not a whole number.");
    }

    private static Set<String> rulesInUse() {
        try (Stream<Path> sources =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("shapes")))) {
            return sources.filter(Files::isRegularFile)
                    .flatMap(file -> RULE.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String file) {
        try (var reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
