package uk.declared.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The table of settings is that of the program and of its documentation, and what is set is read as it is meant. */
class SettingsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(declared\\.[a-z.-]+):([^}]*)}");

    private static Settings with(String source, String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> values = Map.of(name, value);
        environment
                .getPropertySources()
                .addFirst(
                        source.equals("environment")
                                ? new SystemEnvironmentPropertySource("test-systemEnvironment", values)
                                : new MapPropertySource(source, values));
        return Settings.of(environment);
    }

    private static Setting found(Settings settings, String name) {
        return settings.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableHasEveryValueThatTheProgramReadsWithItsDefault() throws Exception {
        Map<String, String> read = new TreeMap<>();
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var bean : scan.findCandidateComponents("uk.declared")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var parameters = type.getDeclaredConstructor(types).getParameters();
            for (int i = 0; i < parameters.length; i++) {
                String name = type.getRecordComponents()[i]
                        .getName()
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(java.util.Locale.ROOT);
                String[] usual = Objects.requireNonNull(parameters[i].getAnnotation(DefaultValue.class))
                        .value();
                read.put(prefix + "." + name, String.join(",", usual));
            }
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = PLACEHOLDER.matcher(Files.readString(file));
                while (found.find()) {
                    read.put(found.group(1), found.group(2));
                }
            }
        }
        // Read before there is a server.
        read.put("declared.kafka.follow", "");
        List.of("password-file", "update-url", "url", "user").forEach(name -> read.put("declared.store." + name, ""));
        // Its default is a constant of the class that reads it.
        read.put("declared.submissions.per-minute", "60");

        Map<String, String> known = new TreeMap<>();
        Settings.known().forEach((name, what) -> known.put(name, what.usual()));
        assertThat(known).isEqualTo(read);
    }

    @Test
    void everySettingIsExplainedWithItsDefault() throws IOException {
        Map<String, String> explained = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/configuration.md"))) {
            String[] cells = line.split(" \\| ");
            if (line.startsWith("| `declared.")) {
                assertThat(cells[3]).as(line).isNotBlank();
                String usual = cells[2].replace("`", "");
                explained.put(cells[0].replaceAll("[|` ]", ""), usual.equals("none") ? "" : usual);
            }
        }

        Map<String, String> known = new LinkedHashMap<>();
        Settings.known().forEach((name, what) -> known.put(name, what.usual()));
        assertThat(explained).isEqualTo(known);
    }

    @Test
    void everyDefaultCanBeMeant() {
        Settings.known()
                .forEach((name, what) ->
                        assertThat(what.kind().holds(what.usual())).as(name).isTrue());
    }

    @Test
    void aValueIsSaidWithItsPlace() {
        Setting setting = found(with("environment", "DECLARED_SPARQL_TIME_LIMIT", "20s"), "declared.sparql.time-limit");

        assertThat(setting.value()).isEqualTo("20s");
        assertThat(setting.origin().orElseThrow()).contains("DECLARED_SPARQL_TIME_LIMIT");
        assertThat(setting.problem()).isEmpty();
        assertThat(found(Settings.of(new StandardEnvironment()), "declared.sparql.time-limit"))
                .isEqualTo(new Setting(
                        "declared.sparql.time-limit", "10s", java.util.Optional.empty(), java.util.Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "declared.sparql.time-limit, soon",
        "declared.sparql.time-limit, '20s '",
        "declared.sparql.time-limit, 0s",
        "declared.sparql.time-limit, -5s",
        "declared.sparql.at-once, 0",
        "declared.sparql.at-once, four",
        "declared.metrics.everybody, perhaps",
        "declared.store.compact, at night",
        "declared.submissions.keep, six months",
        "declared.signing.key, /no/such/key"
    })
    void aValueThatCannotBeMeantKeepsTheServerFromStarting(String name, String value) {
        assertThatThrownBy(() -> with("test", name, value).check())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name + " is “" + value + "”")
                .hasMessageContaining("property source \"test\"")
                .hasMessageContaining("has to be");
    }

    /** Spring reads more words than two, in any case: what it reads keeps no server from starting. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "on", "yes", "1", "false", "Off", "no", "0", " true "})
    void everyWordForYesOrNoThatSpringReadsIsTaken(String word) {
        assertThat(ApplicationConversionService.getSharedInstance().convert(word, Boolean.class))
                .isNotNull();
        assertThatCode(() -> with("test", "declared.metrics.everybody", word).check())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"perhaps", "y", "t", "2", "ja", "truely", "true false"})
    void aWordThatSpringDoesNotReadIsNotTaken(String word) {
        assertThatThrownBy(
                        () -> ApplicationConversionService.getSharedInstance().convert(word, Boolean.class))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(
                        () -> with("test", "declared.metrics.everybody", word).check())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("has to be true or false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declared.events.listeners",
                "declared.sparql.described-things",
                "declared.sparql.path-closures",
                "declared.sparql.runaways",
                "declared.sparql.values-rows",
                "declared.submissions.per-minute"
            })
    void whatMayBeNoneIsTakenAsNought(String name) {
        assertThatCode(() -> with("test", name, "0").check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> with("test", name, "-1").check())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a whole number from 0 on");
    }

    @Test
    void aBlankPeriodIsNone() {
        assertThatCode(() -> with("test", "declared.submissions.keep", "  ").check())
                .doesNotThrowAnyException();
    }

    @Test
    void aNameThatIsNoSettingIsSaidWithTheLikeliestAndStopsNothing() {
        Settings settings = with("test", "declared.sparql.limit", "20s");

        assertThat(found(settings, "declared.sparql.limit").problem().orElseThrow())
                .contains("is no setting; was declared.sparql.time-limit meant?");
        assertThatCode(settings::check).doesNotThrowAnyException();
    }

    @Test
    void listsAndOptionsOfTheCommandLineAreKnown() {
        assertThat(List.of(
                        with("test", "declared.sparql.services[0]", "https://example.org/sparql"),
                        with("environment", "DECLARED_SPARQL_SERVICES_0", "https://example.org/sparql"),
                        with("environment", "DECLARED_SPARQL_TIMELIMIT", "20s"),
                        with("environment", "DECLARED_DATA", "/var/lib/declared"),
                        with("environment", "DECLARED_BASE_URI", "https://example.org")))
                .allSatisfy(settings -> assertThat(settings.all())
                        .noneMatch(setting -> setting.origin()
                                        .filter(origin -> origin.startsWith("test"))
                                        .isPresent()
                                && setting.problem().isPresent()));
    }
}
