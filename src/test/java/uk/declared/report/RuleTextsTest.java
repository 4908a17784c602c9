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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RuleTextsTest {
    private static final Path LABELS = Path.of("src/main/resources/uk/declared/report");
    private static final Pattern RULE = Pattern.compile("[\":]([FWI]\\d{3})\\b");
    private static final Pattern NAME = Pattern.compile("\\{[^}]*}");

    private static final String RULES = "https://w3id.org/local-elections/rule/";
    private static final String CHECK = "https://w3id.org/local-elections/check#";
    private static final String MESSAGE = "http://www.w3.org/ns/shacl#message";
    private static final List<String> PARTS = List.of(MESSAGE, CHECK + "finding", CHECK + "mend");
    private static final List<String> LANGUAGES = List.of("en", "cy");

    /** An editor changes a rule's text in one place: the file of its family. */
    @Test
    void everyRuleHasEachOfItsTextsOnceInEachLanguage() {
        List<Triple> all =
                shapes().stream().flatMap(file -> statements(file).stream()).toList();
        for (String rule : rulesInUse()) {
            for (String part : PARTS) {
                for (String language : LANGUAGES) {
                    assertThat(texts(all, rule, part, language))
                            .as("%s of %s in %s", part, rule, language)
                            .singleElement(InstanceOfAssertFactories.STRING)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void aRulesTextsStandInTheFileOfItsFamily() {
        for (RuleFamily family : RuleFamily.values()) {
            List<Triple> statements = statements(Path.of(family.file()));
            for (String rule : FamilyTexts.of(family).numbers()) {
                assertThat(RuleFamily.of(rule)).as(rule).isEqualTo(family);
                assertThat(texts(statements, rule, MESSAGE, "en")).as(rule).hasSize(1);
            }
        }
    }

    @Test
    void noTextOfARuleStandsAmongThoseOfReports() {
        assertThat(labels("reports.properties").stringPropertyNames())
                .isNotEmpty()
                .noneMatch(key -> key.matches("[FWI]\\d{3}.*"));
    }

    @Test
    void noTextIsLeftOfARuleThatIsNotThereAnyMore() {
        assertThat(RuleTexts.in(Locale.UK).numbers()).isEqualTo(rulesInUse());
    }

    @Test
    void everyTextOfARuleIsThereInWelshAndMentionsTheSame() {
        List<Triple> all =
                shapes().stream().flatMap(file -> statements(file).stream()).toList();
        List<String> parts =
                Stream.concat(PARTS.stream(), Stream.of(CHECK + "mendOfSent")).toList();

        for (String rule : rulesInUse()) {
            for (String part : parts) {
                assertThat(texts(all, rule, part, "cy").stream().map(RuleTextsTest::names))
                        .as("%s of %s", part, rule)
                        .isEqualTo(texts(all, rule, part, "en").stream()
                                .map(RuleTextsTest::names)
                                .toList());
            }
        }
    }

    @Test
    void everythingElseThatReportsSayIsThereInWelsh() {
        assertThat(labels("reports_cy.properties").stringPropertyNames())
                .isEqualTo(labels("reports.properties").stringPropertyNames());
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

    /** The numbers that the code and the shapes name; the files of reading hold nothing but texts. */
    private static Set<String> rulesInUse() {
        return Stream.concat(files(Path.of("src/main/java")), shapes().stream().filter(RuleTextsTest::holdsShapes))
                .flatMap(file -> RULE.matcher(read(file)).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean holdsShapes(Path file) {
        return !file.equals(Path.of(RuleFamily.READING.file()));
    }

    /** All files of the rules: their shapes, their reasons, their derivations, but not their examples. */
    private static List<Path> shapes() {
        return files(Path.of("shapes"))
                .filter(file -> !file.toString().contains("examples"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Triple> statements(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(file).lang(Lang.TURTLE).parse(graph);
        return graph.stream().toList();
    }

    private static List<String> texts(List<Triple> statements, String rule, String property, String language) {
        Node subject = NodeFactory.createURI(RULES + rule);
        Node predicate = NodeFactory.createURI(property);
        return statements.stream()
                .filter(each -> each.subjectMatches(subject) && each.predicateMatches(predicate))
                .map(Triple::getObject)
                .filter(text -> text.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties labels(String file) {
        try (var reader = Files.newBufferedReader(LABELS.resolve(file))) {
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
