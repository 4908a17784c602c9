package uk.declared.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a record from its beginning, checks the chain, and finds where the last commit ends.
 *
 * @param committedBytes the length of what was acknowledged
 * @param head the last acknowledged entry
 * @param index what the acknowledged entries say
 */
record RecordScan(long committedBytes, Head head, RecordIndex index) {

    static RecordScan of(Path file) throws IOException, DamagedRecordException {
        RecordIndex index = new RecordIndex();
        if (!Files.exists(file)) {
            return new RecordScan(0, Head.EMPTY, index);
        }
        Scanner scanner = new Scanner(index);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            scanner.scan(in);
        }
        return new RecordScan(scanner.committedBytes, scanner.committedHead, index);
    }

    private static final class Scanner {
        private final RecordIndex index;
        private final List<RecordIndex.Item> pending = new ArrayList<>();
        private final Map<Long, String> redacted = new HashMap<>();
        private final Map<Long, String> reasons = new HashMap<>();
        private Head head = Head.EMPTY;
        private Head committedHead = Head.EMPTY;
        private long committedBytes;

        private Scanner(RecordIndex index) {
            this.index = index;
        }

        /**
         * A line that cannot be read ends what counts. It is damage where a commit follows, since that was written only
         * after everything before it; otherwise it belongs to a submission that was never acknowledged.
         */
        private void scan(InputStream in) throws IOException, DamagedRecordException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long bytes = 0;
            Optional<DamagedRecordException> damage = Optional.empty();
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes++;
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                if (damage.isEmpty()) {
                    damage = takeOrExplain(text, bytes);
                } else if (isCommit(text)) {
                    throw damage.get();
                }
            }
            requireReasons();
        }

        /** Content may be missing only where a later entry says that it was taken out. */
        private void requireReasons() throws DamagedRecordException {
            for (Map.Entry<Long, String> entry : redacted.entrySet()) {
                if (!entry.getValue().equals(reasons.get(entry.getKey()))) {
                    throw new DamagedRecordException("Entry " + entry.getKey()
                            + " of the record is without its content, and no entry says that it was taken out");
                }
            }
        }

        private Optional<DamagedRecordException> takeOrExplain(String text, long bytes) {
            try {
                take(EntryCodec.read(text), bytes);
                return Optional.empty();
            } catch (DamagedRecordException e) {
                return Optional.of(new DamagedRecordException(
                        "Entry " + (head.sequence() + 1) + " of the record is damaged: " + e.getMessage()));
            }
        }

        private static boolean isCommit(String text) {
            try {
                return EntryCodec.read(text).content() instanceof Entry.Commit;
            } catch (DamagedRecordException e) {
                return false;
            }
        }

        private void take(Entry entry, long bytes) throws DamagedRecordException {
            if (entry.sequence() != head.sequence() + 1 || !entry.previous().equals(head.hash())) {
                throw new DamagedRecordException("it does not follow the entry before it");
            }
            head = new Head(entry.sequence(), entry.hash());
            RecordIndex.Item.of(entry).ifPresent(pending::add);
            if (entry.content() instanceof Entry.Declared declared && declared.redacted()) {
                redacted.put(entry.sequence(), entry.hash());
            } else if (entry.content() instanceof Entry.Redaction redaction) {
                reasons.put(redaction.entry(), redaction.entryHash());
            }
            if (entry.content() instanceof Entry.Commit) {
                pending.forEach(index::add);
                pending.clear();
                committedHead = head;
                committedBytes = bytes;
            }
        }
    }
}
