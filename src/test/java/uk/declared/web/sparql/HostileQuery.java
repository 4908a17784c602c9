package uk.declared.web.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A query of {@code sparql/hostile.txt}. */
record HostileQuery(String name, String text) {
    private static final Pattern REPEATED = Pattern.compile("\\{\\{(\\d+)\\|(.*?)}}(?!})", Pattern.DOTALL);

    static List<HostileQuery> all() {
        try (InputStream in = Objects.requireNonNull(HostileQuery.class.getResourceAsStream("/sparql/hostile.txt"))) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(file.split("(?m)^== "))
                    .skip(1)
                    .map(block -> block.split("\n", 2))
                    .map(parts -> new HostileQuery(parts[0].strip(), expand(parts[1].strip())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expand(String text) {
        return REPEATED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(repeated(Integer.parseInt(found.group(1)), found.group(2))));
    }

    private static String repeated(int times, String text) {
        return IntStream.range(0, times)
                .mapToObj(i -> text.replace("@+", Integer.toString(i + 1)).replace("@", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name;
    }
}
