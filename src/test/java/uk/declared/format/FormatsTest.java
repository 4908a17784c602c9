package uk.declared.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;

/** The files under {@code declared/formats} keep the Metadata Vocabulary for Tabular Data, and say each thing once. */
class FormatsTest {
    private static final Path FOLDER = Path.of("src/main/resources/declared/formats");
    private static final String ENDING = ".csv-metadata.json";
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{\\+?([^}]*)}");

    /** Sections 5.3 and 5.5 of the recommendation, as far as they are used here. */
    private static final Set<String> OF_TABLE = Set.of("@context", "url", "dialect", "tableSchema");

    private static final Set<String> OF_SCHEMA = Set.of("columns", "rowTitles", "aboutUrl");

    private static final Set<String> OF_COLUMN = Set.of(
            "name",
            "titles",
            "datatype",
            "required",
            "virtual",
            "suppressOutput",
            "aboutUrl",
            "propertyUrl",
            "valueUrl");

    private static final Set<String> DATATYPES =
            Set.of("string", "integer", "decimal", "boolean", "date", "datetime", "anyURI", "gYear");

    /** What stands for things that a table may have no column for. */
    private static final Set<String> THINGS =
            Set.of("contest_uri", "candidacy_uri", "declaration_uri", "uri", "contest", "candidacy");

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode raw(String name) {
        try {
            return Json.PLAIN.readTree(Files.readString(FOLDER.resolve(name + ENDING)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFileIsReadAndNoOther() {
        assertThat(FormatFile.all().keySet()).containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileIsValidCsvOnTheWeb(String name) {
        JsonNode root = raw(name);

        assertThat(root.at("/@context/0").asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(root.path("url").asString("")).isNotEmpty();
        assertMembers(root, OF_TABLE);
        assertMembers(root.path("tableSchema"), OF_SCHEMA);
        List<String> known = new ArrayList<>(THINGS);
        Objects.requireNonNull(FormatFile.all().get(name), name)
                .columns()
                .forEach(column -> known.add(column.path("name").asString()));
        boolean virtual = false;
        Set<String> names = new HashSet<>();
        for (JsonNode column : root.at("/tableSchema/columns")) {
            assertMembers(column, OF_COLUMN);
            assertThat(column.path("name").asString("")).matches("[a-z][a-z0-9_]*");
            assertThat(names.add(column.path("name").asString())).isTrue();
            // Virtual columns stand after all others (section 5.6).
            assertThat(virtual && !column.path("virtual").asBoolean(false)).isFalse();
            virtual = column.path("virtual").asBoolean(false);
            for (String property : List.of("aboutUrl", "propertyUrl", "valueUrl")) {
                Matcher variables = IN_TEMPLATE.matcher(column.path(property).asString(""));
                while (variables.find()) {
                    assertThat(known).contains(variables.group(1));
                }
            }
            if (column.has("datatype")) {
                JsonNode datatype = column.path("datatype");
                assertThat(DATATYPES)
                        .contains(datatype.isObject() ? datatype.path("base").asString() : datatype.asString());
            }
        }
    }

    /** Others than the recommendation's own are prefixed names or URIs (section 5.8). */
    private static void assertMembers(JsonNode object, Set<String> own) {
        assertThat(object.propertyNames())
                .allMatch(member -> own.contains(member)
                        || member.matches("(dc|rdfs|skos):[A-Za-z]+")
                        || member.startsWith(FormatFile.TERMS));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyColumnHasATitleAndADescriptionInBothLanguages(String name) {
        for (FormatColumn column : Format.of(name).columns()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("cy"))) {
                assertThat(column.label(language)).as(column.name()).isNotBlank();
                assertThat(column.text(language)).as(column.name()).isNotBlank();
            }
            assertThat(column.described().at("/titles/cy/0").asString("")).isNotBlank();
        }
    }

    @Test
    void noPropertyIsDescribedTwice() {
        Set<String> described = new HashSet<>();
        for (String name : names()) {
            for (JsonNode column : raw(name).at("/tableSchema/columns")) {
                // A column that means another property states it only where it is handed out.
                if (column.has("propertyUrl") && !column.has("rdfs:seeAlso")) {
                    String about = column.path("aboutUrl").asString(name);
                    assertThat(described.add(
                                    about + " " + column.path("propertyUrl").asString()))
                            .as(name + ": " + column.path("name").asString())
                            .isTrue();
                }
            }
        }
        assertThat(described).hasSizeGreaterThan(50);
    }

    @Test
    void whatAColumnTakesFromAnotherFileItDoesNotSayAgain() {
        for (String name : names()) {
            String base = raw(name).path(FormatFile.TERMS + "basedOn").asString("");
            if (base.isEmpty()) {
                continue;
            }
            for (JsonNode column : raw(name).at("/tableSchema/columns")) {
                Objects.requireNonNull(FormatFile.all().get(base), base).columns().stream()
                        .filter(other -> other.path("name").equals(column.path("name")))
                        .flatMap(other -> other.properties().stream())
                        .filter(entry -> !entry.getKey().equals("name"))
                        // The form of a property's values is not taken where the property is another.
                        .filter(entry -> !(entry.getKey().equals("valueUrl") && column.has("propertyUrl")))
                        .forEach(entry -> assertThat(column.path(entry.getKey()))
                                .as(name + ": " + column.path("name").asString() + " " + entry.getKey())
                                .isNotEqualTo(entry.getValue()));
            }
        }
    }

    @Test
    void aFigureNeedsNoMoreThanItsLine() {
        assertThat(Column.figures().stream().map(Column::property))
                .contains("verifiedBallotPapers", "votersTurnedAway", "recounts", "rejectedSecondPreferences")
                .doesNotContain("electorate", "ballotPapersCast", "seats", "ballotPapers");
    }
}
