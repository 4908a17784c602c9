package uk.declared.web.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a council's own words stand for, as lines that people write: {@code elected: Successful = true}. */
final class TranslationLines {
    private static final Pattern LINE = Pattern.compile("\\s*([a-z_]+)\\s*:\\s*(.+?)\\s*=\\s*(.+?)\\s*");

    private TranslationLines() {}

    /** Reads lines; those of another form are passed over. */
    static Map<String, Map<String, String>> read(String lines) {
        Map<String, Map<String, String>> read = new LinkedHashMap<>();
        lines.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> read.computeIfAbsent(line.group(1), missing -> new LinkedHashMap<>())
                        .put(line.group(2), line.group(3)));
        return read;
    }

    static String write(Map<String, Map<String, String>> translations) {
        StringBuilder lines = new StringBuilder();
        translations.forEach((column, words) -> words.forEach((from, to) -> lines.append(column)
                .append(": ")
                .append(from)
                .append(" = ")
                .append(to)
                .append('\n')));
        return lines.toString();
    }
}
