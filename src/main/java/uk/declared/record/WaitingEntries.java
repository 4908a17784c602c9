package uk.declared.record;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Declarations that wait to be appended to a record, in order: in memory up to a size, and beyond it in a file that is gone
 * when this is closed. For one thread at a time.
 */
public final class WaitingEntries implements AutoCloseable {
    /** How many characters are held in memory. */
    private static final long MOST = 8 << 20;

    private final List<DeclarationEntry> held = new ArrayList<>();
    private final long most;
    private long characters;
    private Optional<Spill> spill = Optional.empty();

    public WaitingEntries() {
        this(MOST);
    }

    WaitingEntries(long most) {
        this.most = most;
    }

    private record Spill(Path file, BufferedWriter out) {}

    /** @throws UncheckedIOException where the disk fails */
    public void add(DeclarationEntry entry) {
        characters += entry.result().length() + entry.declaration().length();
        for (String text : entry.shared().values()) {
            characters += text.length();
        }
        if (characters <= most) {
            held.add(entry);
            return;
        }
        try {
            BufferedWriter out = spilled().out();
            out.write(EntryCodec.text(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Spill spilled() throws IOException {
        if (spill.isEmpty()) {
            Path file = Files.createTempFile("declared-", "-waiting");
            spill = Optional.of(new Spill(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        }
        return spill.get();
    }

    /** Hands on every declaration, in the order in which they came. */
    public void forEach(Consumer<DeclarationEntry> consumer) throws IOException {
        held.forEach(consumer);
        if (spill.isEmpty()) {
            return;
        }
        spill.get().out().flush();
        try (BufferedReader lines = Files.newBufferedReader(spill.get().file(), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                consumer.accept(EntryCodec.declaration(line));
            }
        }
    }

    @Override
    public void close() {
        held.clear();
        spill.ifPresent(each -> {
            try {
                each.out().close();
                Files.deleteIfExists(each.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        spill = Optional.empty();
    }
}
