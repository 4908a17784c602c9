package uk.declared.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/**
 * Reads a query's file. Lines that begin with {@code #+} make up its header:
 *
 * <pre>
 * #+ title: …                     what the query is called; title@cy: in Welsh
 * #+ description: …               what it answers and how
 * #+ chart: bar party seats       the columns that name a bar and say how long it is
 * #+ group: turnout               what it is about, by the key of a group
 * #+ flow: from to votes          the columns between which votes or the like went, and how much
 * #+ area: code                   the column with GSS codes, so that the answer can be had as GeoJSON
 * #+ map: code turnout            the same, and the column that a map shows: a number, or a party's identifier
 * #+ parameter: code gss          a variable of the query and its type, one of {@link ParameterType}
 * #+   label: …                   what a form calls the parameter last named
 * #+   example: …                 a value to show
 * #+   default: …                 the value where none is given
 * #+   optional: yes              the query runs without it
 * </pre>
 */
final class HeaderReader {
    private static final Pattern LINE = Pattern.compile("#\\+\\s*([a-z]+)(?:@([a-z]{2}))?:\\s*(.*)");

    private final String name;
    private final String text;
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final List<ParameterLines> parameters = new ArrayList<>();

    private HeaderReader(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** @throws IllegalArgumentException where the header is not as described, or the query is no SELECT of SPARQL 1.1 */
    static LibraryQuery read(String name, String text) {
        return new HeaderReader(name, text).read();
    }

    private LibraryQuery read() {
        text.lines().filter(line -> line.startsWith("#+")).forEach(this::readLine);
        Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        if (!query.isSelectType()) {
            throw wrong("it is not a SELECT query");
        }
        return new LibraryQuery(
                name,
                local(texts, "title"),
                local(texts, "description"),
                parameters.stream().map(this::parameter).toList(),
                Optional.ofNullable(texts.get("group")).map(languages -> languages.get(LocalText.ENGLISH)),
                chart(query),
                drawn("flow", Flow::parse, flow -> List.of(flow.from(), flow.to(), flow.value()), query),
                areas(query),
                query,
                text);
    }

    private Optional<Chart> chart(Query query) {
        return drawn("chart", Chart::parse, chart -> List.of(chart.label(), chart.value()), query);
    }

    /** A map says which areas there are, too. */
    private Optional<AreaColumn> areas(Query query) {
        Function<AreaColumn, List<String>> columns = areas ->
                Stream.concat(Stream.of(areas.code()), areas.value().stream()).toList();
        Optional<AreaColumn> map = drawn("map", AreaColumn::parse, columns, query);
        if (map.isPresent() && map.get().value().isEmpty()) {
            throw wrong("its map names no column to show");
        }
        return map.or(() -> drawn("area", AreaColumn::parse, columns, query)
                .map(areas -> new AreaColumn(areas.code(), Optional.empty())));
    }

    private <T> Optional<T> drawn(
            String key, Function<String, Optional<T>> reader, Function<T, List<String>> columns, Query query) {
        Optional<String> line = Optional.ofNullable(texts.get(key)).map(languages -> languages.get(LocalText.ENGLISH));
        if (line.isEmpty()) {
            return Optional.empty();
        }
        T drawn = reader.apply(line.get()).orElseThrow(() -> wrong("its " + key + " cannot be read: " + line.get()));
        if (!query.getResultVars().containsAll(columns.apply(drawn))) {
            throw wrong("its " + key + " draws a column that it does not have");
        }
        return Optional.of(drawn);
    }

    private void readLine(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw wrong("this line of its header cannot be read: " + line);
        }
        String key = matcher.group(1);
        String value = matcher.group(3).strip();
        if (key.equals("parameter")) {
            parameters.add(new ParameterLines(value, new HashMap<>()));
            return;
        }
        Map<String, Map<String, String>> target = parameters.isEmpty()
                ? texts
                : parameters.get(parameters.size() - 1).lines();
        String language = Optional.ofNullable(matcher.group(2)).orElse(LocalText.ENGLISH);
        target.computeIfAbsent(key, k -> new HashMap<>()).put(language, value);
    }

    /** What the header says of one parameter: {@code name type}, and the lines below it. */
    private record ParameterLines(String declaration, Map<String, Map<String, String>> lines) {
        Optional<String> line(String key) {
            return Optional.ofNullable(lines.get(key)).map(languages -> languages.get(LocalText.ENGLISH));
        }
    }

    private QueryParameter parameter(ParameterLines of) {
        String[] words = of.declaration().split("\\s+", 2);
        ParameterType type = words.length < 2
                ? wrongType(of.declaration())
                : ParameterType.ofKey(words[1]).orElseGet(() -> wrongType(of.declaration()));
        return new QueryParameter(
                words[0],
                type,
                local(of.lines(), "label"),
                of.line("default"),
                of.line("example").or(() -> of.line("default")),
                of.line("optional").filter(Predicate.isEqual("yes")).isPresent());
    }

    private ParameterType wrongType(String declaration) {
        throw wrong("this parameter has no known type: " + declaration);
    }

    private LocalText local(Map<String, Map<String, String>> from, String key) {
        Map<String, String> languages = from.getOrDefault(key, Map.of());
        if (!languages.containsKey(LocalText.ENGLISH)) {
            throw wrong("its header lacks a " + key);
        }
        return new LocalText(languages);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("The query " + name + " cannot be used: " + what + ".");
    }
}
