package uk.declared.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.declared.folder.KeptSubmissions;
import uk.declared.record.Entry;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.Stretch;

/**
 * How long what was sent is kept. It may hold what nobody else is to see, and once it is published the record has all
 * that is needed; what was sent is kept only so that it can be read again. Files of reference data stay.
 */
public final class Retention {
    /** The documents of an election are kept for a year too: Local Elections Rules 2006, schedule 2, rule 56. */
    public static final Period USUAL = Period.ofYears(1);

    private final RecordLog record;
    private final KeptSubmissions kept;
    private final Clock clock;

    public Retention(RecordLog record, KeptSubmissions kept, Clock clock) {
        this.record = record;
        this.kept = kept;
        this.clock = clock;
    }

    /** The day on which what is sent at a time is deleted. */
    public static LocalDate deletionDate(Instant sent, Period period) {
        return sent.atZone(ZoneOffset.UTC).toLocalDate().plus(period).plusDays(1);
    }

    /**
     * Deletes what is to be kept no longer. That it was deleted is recorded first, so that a file that is missing without
     * a word stays a sign of damage.
     *
     * @return the SHA-256 of what was deleted
     */
    public List<String> purge(Period period) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Sent sent = new Sent();
        long lastOld = lastBefore(today, period);
        try (RecordReader old = record.readBetween(0, lastOld)) {
            sent.read(old);
        }
        if (sent.last.keySet().stream().noneMatch(file -> Files.exists(kept.path(file)))) {
            return List.of();
        }
        // What was sent long ago may have been sent again since.
        try (RecordReader since = record.readAfter(lastOld)) {
            sent.read(since);
        }
        List<String> due = sent.last.entrySet().stream()
                .filter(file -> !today.isBefore(deletionDate(file.getValue(), period)))
                .map(Map.Entry::getKey)
                .filter(file -> Files.exists(kept.path(file)))
                .toList();
        note(due.stream().filter(file -> !sent.noted.contains(file)).toList());
        List<String> deleted = new ArrayList<>();
        for (String file : due) {
            Files.deleteIfExists(kept.path(file));
            deleted.add(file);
        }
        return deleted;
    }

    /** The entry after which nothing was sent that is due; 0 where nothing is, so that a young record is not read at all. */
    private long lastBefore(LocalDate today, Period period) {
        return record.stretches().stream()
                .filter(stretch -> !today.isBefore(deletionDate(stretch.earliest(), period)))
                .mapToLong(Stretch::last)
                .max()
                .orElse(0);
    }

    /** When each file was last sent, and of which it is noted that they were deleted since. */
    private static final class Sent {
        private final Map<String, Instant> last = new LinkedHashMap<>();
        private final Set<String> noted = new HashSet<>();

        void read(RecordReader entries) throws IOException {
            while (entries.hasNext()) {
                Entry.Content content = entries.next().content();
                if (content instanceof Entry.Declared declared) {
                    String file = declared.declaration().submission();
                    last.merge(file, declared.declaration().time(), (one, other) -> one.isAfter(other) ? one : other);
                    noted.remove(file);
                } else if (content instanceof Entry.Deletion deletion) {
                    noted.add(deletion.file());
                }
            }
        }
    }

    private void note(List<String> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (RecordBatch batch = record.begin()) {
            for (String file : files) {
                batch.add(new Entry.Deletion(file, time));
            }
            batch.commit("");
        }
    }
}
