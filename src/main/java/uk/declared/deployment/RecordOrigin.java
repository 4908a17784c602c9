package uk.declared.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import uk.declared.folder.DataFolder;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.store.Origin;
import uk.declared.store.Position;

/** The record of a data folder, as a store elsewhere knows it. */
final class RecordOrigin implements Origin {
    private final String base;
    private final RecordLog record;
    private Optional<String> first = Optional.empty();

    RecordOrigin(DataFolder folder, RecordLog record) {
        this.base = folder.baseUri();
        this.record = record;
    }

    @Override
    public String base() {
        return base;
    }

    @Override
    public synchronized Optional<String> firstEntry() {
        if (first.isEmpty()) {
            try {
                first = record.firstHash();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return first;
    }

    @Override
    public boolean has(Position position) {
        try {
            return record.has(new Head(position.sequence(), position.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
