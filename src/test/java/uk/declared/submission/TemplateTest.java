package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.election.ContestType;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Office;
import uk.declared.election.VotingSystem;
import uk.declared.submission.column.TableFormats;
import uk.declared.submission.moderngov.ModernGovFormat;

/** The template, its CSVW description, its guide and its reader speak of the same columns. */
class TemplateTest {
    private static final Path FOLDER = Path.of("src/main/resources/declared");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> HEADINGS =
            List.copyOf(TableFormats.TEMPLATE.headings().keySet());

    @ParameterizedTest
    @ValueSource(strings = {"trafford-2023-05-04.csv", "trafford-2024-05-02.csv"})
    void anExampleHasColumnsOfTheTemplateInTheirOrder(String example) throws IOException {
        String headings =
                Files.readAllLines(FOLDER.resolve("examples").resolve(example)).get(0);

        assertThat(HEADINGS).containsSubsequence(headings.split(","));
        assertThat(json("examples/" + example + "-metadata.json").get("url").asString())
                .isEqualTo(example);
    }

    @Test
    void whatTheDescriptionRequiresTheReaderRequiresToo() {
        List<String> required = names(columns(json("formats/template.csv-metadata.json")).stream()
                .filter(column -> column.path("required").asBoolean(false))
                .toList());

        assertThat(TableFormats.TEMPLATE.required()).containsAll(required);
    }

    @Test
    void theDescriptionNamesTheReadersCodes() {
        assertCodes("office", Office.values(), Office::notation);
        assertCodes("contest_type", ContestType.values(), ContestType::notation);
        assertCodes("status", DeclarationStatus.values(), DeclarationStatus::notation);
        assertCodes("voting_system", VotingSystem.values(), VotingSystem::notation);
    }

    @Test
    void theGuidesOfOthersFormatsNameEveryHeading() throws IOException {
        assertThat(Files.readString(Path.of("docs/formats/lga.md")))
                .contains(backquoted(List.copyOf(TableFormats.LGA.headings().keySet())));
        assertThat(Files.readString(Path.of("docs/formats/democracy-club.md")))
                .contains(backquoted(
                        List.copyOf(TableFormats.DEMOCRACY_CLUB.headings().keySet())));
        assertThat(Files.readString(Path.of("docs/formats/modern-gov.md")))
                .contains(
                        backquoted(List.copyOf(ModernGovFormat.FIELDS.headings().keySet())));
    }

    private static <T> void assertCodes(String name, T[] codes, Function<T, String> notation) {
        String known = Arrays.stream(codes).map(notation).collect(Collectors.joining("|"));
        assertThat(columns(json("formats/template.csv-metadata.json")).stream()
                        .filter(column -> column.get("name").asString().equals(name))
                        .map(column -> column.at("/datatype/format").asString()))
                .containsExactly(known);
    }

    private static List<String> backquoted(List<String> headings) {
        return headings.stream().map(heading -> "`" + heading + "`").toList();
    }

    private static List<String> names(List<JsonNode> columns) {
        return columns.stream().map(column -> column.get("name").asString()).toList();
    }

    private static List<JsonNode> columns(JsonNode description) {
        return StreamSupport.stream(description.at("/tableSchema/columns").spliterator(), false)
                .toList();
    }

    private static JsonNode json(String file) {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
