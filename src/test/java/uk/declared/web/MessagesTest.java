package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/uk/declared/web");
    private static final Path SOURCES = Path.of("src/main/java/uk/declared/web");
    private static final List<String> BUNDLES = List.of("", "site/");
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[(}]");

    @Test
    void everyTextIsInBothLanguages() throws IOException {
        for (String bundle : BUNDLES) {
            assertThat(keys(bundle + "messages_cy.properties")).isEqualTo(keys(bundle + "messages.properties"));
        }
    }

    @Test
    void everyTextThatATemplateUsesExists() throws IOException {
        Set<String> used = used(RESOURCES.resolve("templates"), IN_TEMPLATES);

        Set<String> known = keys("messages.properties");
        known.addAll(keys("sparql/messages.properties"));
        known.addAll(keys("site/messages.properties"));

        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyTextIsUsedByATemplateOrByAClass() throws IOException {
        String all = sources(RESOURCES.resolve("templates")) + sources(SOURCES);

        for (String bundle : BUNDLES) {
            assertThat(keys(bundle + "messages.properties"))
                    .allSatisfy(key -> assertThat(isUsed(key, all)).as(key).isTrue());
        }
    }

    /** MessageFormat takes the straight apostrophe for a quotation mark and swallows it. */
    @Test
    void textsHaveTypographicApostrophesAndCanBeFormatted() throws IOException {
        for (String file : List.of(
                "messages.properties",
                "messages_cy.properties",
                "site/messages.properties",
                "site/messages_cy.properties")) {
            load(file).forEach((key, text) -> {
                assertThat((String) text).as("%s of %s", key, file).doesNotContain("'");
                new MessageFormat((String) text, Locale.UK).format(new Object[] {1, 2, 3, 4});
            });
        }
    }

    /** Welsh needs no number where a noun stays the same; otherwise the same things are filled in. */
    @Test
    void welshFillsInNothingThatEnglishDoesNot() throws IOException {
        for (String bundle : BUNDLES) {
            Properties english = load(bundle + "messages.properties");

            load(bundle + "messages_cy.properties")
                    .forEach((key, text) -> assertThat(places((String) text))
                            .as("%s", key)
                            .isSubsetOf(places(english.getProperty((String) key))));
        }
    }

    /** Keys that are put together at run time end with a part that the code names by itself. */
    private static boolean isUsed(String key, String sources) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        String start = key.substring(0, key.lastIndexOf('.') + 1);
        return sources.contains("\"" + key + "\"")
                || sources.contains("#{" + key + "}")
                || sources.contains("#{" + key + "(")
                || (sources.contains("\"" + start + "\"")
                        && (sources.contains("\"" + last + "\"") || last.matches("\\d+")))
                || (key.endsWith(".text") && sources.contains("\".text\""));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> used(Path folder, Pattern pattern) throws IOException {
        return pattern.matcher(sources(folder))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        for (String part : file.contains("/") ? List.of(file) : List.of(file, "board/" + file)) {
            try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(part))) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
