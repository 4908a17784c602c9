package uk.declared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.validation.RuleFindings;

/** Every case that the model must hold is a file that keeps the rules, with a question and its answer beside it. */
class ModelCasesTest {
    private static final Pattern EXAMPLE_NAME = Pattern.compile("`([a-z][a-z-]*)`");

    private static final Graph CODES = ModelFiles.read(ModelFiles.ONTOLOGY.resolve("codes.ttl"));

    static List<Path> cases() {
        return ModelFiles.in(ModelFiles.CASES, ".ttl");
    }

    /** Each case has a question of its own name, and may have others: {@code supplementary-vote.counts}. */
    static List<Path> questions() {
        return ModelFiles.in(ModelFiles.CASES, ".rq");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseKeepsEveryRuleThatRefuses(Path example) {
        Graph graph = ModelFiles.read(example);

        assertThat(graph.isEmpty()).isFalse();
        assertThat(RuleFindings.refusals(graph)).isEmpty();
    }

    /** A lawful, ordinary result should not be frowned on; what is rare by nature says here which rule it meets. */
    @ParameterizedTest
    @MethodSource("cases")
    void aCaseIsWarnedOfOnlyWhereItsCommentSaysSo(Path example) {
        List<String> warned = RuleFindings.all(ModelFiles.read(example)).stream()
                .map(finding -> finding.substring(0, finding.indexOf(' ')))
                .distinct()
                .toList();

        assertThat(warned).allSatisfy(rule -> assertThat(comment(example)).contains(rule));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aCaseAnswersItsQuestion(Path question) {
        Graph known = new Union(ModelFiles.read(ModelFiles.CASES.resolve(caseOf(question) + ".ttl")), CODES);
        Query query = QueryFactory.create(ModelFiles.text(question), ModelFiles.BASE, Syntax.syntaxSPARQL_11);

        assertThat(answer(query, known))
                .isEqualTo(ModelFiles.text(ModelFiles.beside(question, ".csv")).strip());
    }

    @Test
    void everyCaseHasAQuestionAndAnAnswerAndNoneStandsAlone() {
        assertThat(names(questions())).containsAll(names(cases()));
        assertThat(names(ModelFiles.in(ModelFiles.CASES, ".csv"))).isEqualTo(names(questions()));
        assertThat(questions()).extracting(ModelCasesTest::caseOf).isSubsetOf(names(cases()));
    }

    @Test
    void theTableOfCoverageNamesEveryCaseAndNoOther() {
        Set<String> named = ModelFiles.text(Path.of("docs/model.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("## What is covered"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
                .flatMap(cell -> EXAMPLE_NAME.matcher(cell).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(names(cases()));
    }

    private static String answer(Query question, Graph known) {
        try (QueryExecution execution = QueryExecution.create(question, ModelFactory.createModelForGraph(known))) {
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsCSV(csv, execution.execSelect());
            return csv.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        }
    }

    private static String comment(Path example) {
        return ModelFiles.text(example)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .collect(Collectors.joining(" "));
    }

    private static String caseOf(Path question) {
        String name = question.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static Set<String> names(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
