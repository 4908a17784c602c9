package uk.declared.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages files as transport, spreadsheets and people do, and as somebody does who means harm. */
final class Mutation {
    private static final List<String> CELLS = List.of(
            "",
            "-1",
            "1e9",
            "99999999999999999999",
            "0.49",
            "49%",
            "1 (1 vote)",
            "=1+1",
            "NaN",
            "\u0000",
            "\uFEFF",
            "\u202Eabc",
            "２４",
            "31/02/2024",
            "2024-02-30",
            "E05999999",
            "PP999999",
            "<!DOCTYPE a>",
            "&lol;",
            "\"",
            "\r",
            "http://[",
            "local..2024-05-02",
            "x".repeat(40_000),
            "\uD83D\uDDF3",
            "Ynys Môn",
            "'",
            "; DROP",
            "../../etc");
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            Charset.forName("windows-1252"));
    private static final int ROWS = 60;

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** A damaged copy. */
    byte[] of(byte[] file) {
        byte[] damaged = isArchive(file) ? archive(file) : isText(file) ? text(file) : file;
        return random.nextInt(4) == 0 ? bytes(damaged) : damaged;
    }

    private static boolean isArchive(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K';
    }

    private static boolean isText(byte[] file) {
        return file.length < 8 || file[0] > 0;
    }

    /** Some parts of an archive are damaged, left out or doubled. */
    private byte[] archive(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> names = new ArrayList<>(parts.keySet());
        int chosen = 1 + random.nextInt(3);
        for (int i = 0; i < chosen; i++) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name, parts.getOrDefault(names.get(random.nextInt(names.size())), new byte[0]));
                default -> parts.computeIfPresent(name, (same, part) -> markup(part));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What stands between tags or in quotes is exchanged. */
    private byte[] markup(byte[] part) {
        String text = new String(part, StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes && text.length() > 4; i++) {
            int at = random.nextInt(text.length());
            int start = Math.max(text.lastIndexOf('>', at), text.lastIndexOf('"', at)) + 1;
            int end = at;
            while (end < text.length() && "<\"".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (start <= end) {
                text = text.substring(0, start) + cell() + text.substring(end);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] text(byte[] file) {
        List<String> lines =
                new ArrayList<>(new String(file, StandardCharsets.UTF_8).lines().toList());
        if (lines.size() > 2 * ROWS) {
            int from = 1 + random.nextInt(lines.size() - ROWS);
            List<String> window = new ArrayList<>(lines.subList(0, 1));
            window.addAll(lines.subList(from, Math.min(lines.size(), from + ROWS)));
            lines = window;
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !lines.isEmpty(); i++) {
            change(lines);
        }
        String text = String.join(random.nextInt(6) == 0 ? "\r" : "\n", lines);
        if (random.nextInt(8) == 0) {
            text = text.replace(',', random.nextBoolean() ? ';' : '\t');
        }
        if (text.startsWith("<") && random.nextBoolean()) {
            return markup(text.getBytes(StandardCharsets.UTF_8));
        }
        Charset encoding =
                random.nextInt(6) == 0 ? ENCODINGS.get(random.nextInt(ENCODINGS.size())) : StandardCharsets.UTF_8;
        return text.getBytes(encoding);
    }

    private void change(List<String> lines) {
        int row = random.nextInt(lines.size());
        switch (random.nextInt(10)) {
            case 0 -> lines.remove(row);
            case 1 -> lines.add(row, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, row, random.nextInt(lines.size()));
            case 3 -> lines.add(row, "");
            case 4 -> lines.set(0, cells(lines.get(0)));
            case 5 -> column(lines);
            default -> lines.set(row, cells(lines.get(row)));
        }
    }

    private String cells(String line) {
        String[] cells = line.split(",", -1);
        cells[random.nextInt(cells.length)] = cell();
        if (random.nextInt(4) == 0) {
            List<String> shuffled = Arrays.asList(cells);
            Collections.shuffle(shuffled, random);
        }
        return String.join(",", cells);
    }

    /** One column of the whole table says something else. */
    private void column(List<String> lines) {
        int column = random.nextInt(lines.get(0).split(",", -1).length);
        String cell = cell();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (column < cells.length) {
                cells[column] = cell;
                lines.set(i, String.join(",", cells));
            }
        }
    }

    private String cell() {
        return CELLS.get(random.nextInt(CELLS.size()));
    }

    private byte[] bytes(byte[] file) {
        byte[] damaged = file.clone();
        if (damaged.length == 0) {
            return damaged;
        }
        switch (random.nextInt(3)) {
            case 0 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 1 -> {
                int from = random.nextInt(damaged.length);
                Arrays.fill(damaged, from, Math.min(damaged.length, from + 16), (byte) random.nextInt(256));
            }
            default -> {
                for (int i = 0; i < 20; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return damaged;
    }
}
