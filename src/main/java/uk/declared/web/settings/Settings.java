package uk.declared.web.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * All that an operator may set, in one table ({@code settings.tsv}): what holds, and where it comes from. In this order, the
 * first that names a value: system properties ({@code -Ddeclared.x=…}), environment variables ({@code DECLARED_X}), {@code
 * config/application.properties} and {@code application.properties} in the folder that the program is started in, the
 * program's own.
 */
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    /** Options of the command line that have environment variables of their own. */
    private static final Set<String> OF_COMMANDS =
            Set.of("declared.data", "declared.base-uri", "declared.port", "declared.rehearsal", "declared.debug");

    private static final String PREFIX = "declared.";

    private final ConfigurableEnvironment environment;

    private Settings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** A row of the table: what a value is, and which holds where none is set. */
    record Known(SettingKind kind, String usual) {}

    /** The settings as a server that is started here would have them. */
    public static Settings here() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new Settings(environment);
    }

    static Settings of(ConfigurableEnvironment environment) {
        return new Settings(environment);
    }

    /** What may be set, by name, in the order of the table. */
    static Map<String, Known> known() {
        InputStream table = Objects.requireNonNull(Settings.class.getResourceAsStream("settings.tsv"), "settings.tsv");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            Map<String, Known> known = new LinkedHashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t", -1);
                known.put(parts[0], new Known(SettingKind.valueOf(parts[1]), parts[2]));
            });
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that may be set, and then what was set that is no setting. */
    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        Map<String, Known> known = known();
        known.forEach((name, what) -> all.add(setting(name, what)));
        unknown(known.keySet())
                .forEach((name, origin) -> all.add(new Setting(
                        name,
                        "",
                        Optional.of(origin),
                        Optional.of(name + " (" + origin + ") is no setting" + likeliest(name, known.keySet())
                                + ". Mend its name or take it away."))));
        return all;
    }

    /** The value of one that is in the table; absent where it is empty. */
    public Optional<String> value(String name) {
        return Optional.of(setting(name, Objects.requireNonNull(known().get(name), name))
                        .value())
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /**
     * Refuses a value that cannot be meant; says in the log what is no setting.
     *
     * @throws SettingsException with all that is wrong
     */
    public void check() {
        Set<String> known = known().keySet();
        List<String> wrong = new ArrayList<>();
        for (Setting setting : all()) {
            if (setting.problem().isPresent() && known.contains(setting.name())) {
                wrong.add(setting.problem().get());
            } else {
                setting.problem().ifPresent(LOG::warn);
            }
        }
        if (!wrong.isEmpty()) {
            throw new SettingsException(String.join(" ", wrong));
        }
    }

    private Setting setting(String name, Known what) {
        ConfigurationPropertyName at = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(at);
            if (property != null) {
                String value =
                        environment.resolvePlaceholders(property.getValue().toString());
                String origin = property.getOrigin() == null
                        ? "somewhere"
                        : property.getOrigin().toString();
                Optional<String> problem = what.kind().holds(value)
                        ? Optional.empty()
                        : Optional.of(name + " is “" + value + "” (" + origin + "), but has to be "
                                + what.kind().wanted() + ".");
                return new Setting(name, value, Optional.of(origin), problem);
            }
        }
        return new Setting(name, what.usual(), Optional.empty(), Optional.empty());
    }

    /** Names that begin like a setting and are none, each with its place. */
    private Map<String, String> unknown(Set<String> known) {
        Set<String> meant = java.util.stream.Stream.concat(known.stream(), OF_COMMANDS.stream())
                .map(Settings::letters)
                .collect(Collectors.toSet());
        Map<String, String> unknown = new LinkedHashMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : new TreeSet<>(List.of(listed.getPropertyNames()))) {
                    String small = name.toLowerCase(Locale.ROOT).replace('_', '.');
                    // A list may be written one item a line, each with its number.
                    String plain = letters(small.replaceAll("\\[?\\d+]?$", ""));
                    if (small.startsWith(PREFIX) && !meant.contains(plain)) {
                        unknown.put(name, source.getName());
                    }
                }
            }
        }
        return unknown;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The setting that shares its last part. */
    private static String likeliest(String name, Set<String> known) {
        String small = name.toLowerCase(Locale.ROOT).replace('_', '-');
        String last = letters(small.substring(Math.max(small.lastIndexOf('.'), small.lastIndexOf('-')) + 1));
        return known.stream()
                .filter(each -> !last.isEmpty() && letters(each).endsWith(last))
                .findFirst()
                .map(each -> "; was " + each + " meant?")
                .orElse("");
    }
}
