package uk.declared.topic;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.folder.KeptSubmissions;
import uk.declared.record.Entry;
import uk.declared.record.Head;

/** Entries that came and are not in the replica's record yet: they are appended as whole submissions. */
final class Arrived {
    private final List<String> lines = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final Map<Long, String> unexplained = new HashMap<>();
    private boolean redacts;
    private boolean imports;
    private Head last;
    private int whole;
    private long characters;
    private Optional<Instant> first = Optional.empty();

    /** @param last the last entry that the record has */
    Arrived(Head last) {
        this.last = last;
    }

    /** The last entry that came. */
    Head last() {
        return last;
    }

    /** When the first of them was sent; absent where none waits. */
    Optional<Instant> first() {
        return first;
    }

    /** How much waits, in characters. */
    long characters() {
        return characters;
    }

    /** Whether what came can be appended: it ends with a submission, and nothing in it lacks its reason. */
    boolean isWhole() {
        return whole > 0 && whole == lines.size() && unexplained.isEmpty();
    }

    /** The lines to append. */
    List<String> lines() {
        return lines;
    }

    /** Files that are to be deleted once they are appended. */
    List<String> deleted() {
        return deleted;
    }

    /** Whether content has to be taken out of entries that the record has already. */
    boolean redacts() {
        return redacts;
    }

    /**
     * Takes the entry that follows.
     *
     * @throws Trouble.TroubleException where it is not what its hash says, or a file that it needs is not to be had
     */
    void take(EntryMessage message, TopicClient client, KeptSubmissions kept)
            throws IOException, Trouble.TroubleException {
        String line = message.line().orElseThrow();
        Entry entry = entry(message, client);
        if (entry.content() instanceof Entry.Imported) {
            imports = true;
        } else if (entry.content() instanceof Entry.Commit commit) {
            fetch(commit, message, client, kept);
            imports = false;
            whole = lines.size() + 1;
        } else if (entry.content() instanceof Entry.Deletion deletion) {
            deleted.add(deletion.file());
        } else if (entry.content() instanceof Entry.Redaction redaction) {
            redacts |= unexplained.remove(redaction.entry()) == null;
        } else if (entry.content() instanceof Entry.Declared declared && declared.redacted()) {
            unexplained.put(entry.sequence(), entry.hash());
        }
        lines.add(line);
        characters += line.length();
        last = message.entry();
        first = first.or(() -> Optional.of(message.sent()));
    }

    private static Entry entry(EntryMessage message, TopicClient client) throws Trouble.TroubleException {
        Entry entry = message.read();
        if (new Head(entry.sequence(), entry.hash()).equals(message.entry())) {
            return entry;
        }
        throw new Trouble.TroubleException(
                Trouble.Kind.OTHER_RECORD,
                client.address().name(),
                message.entry().sequence());
    }

    /** What reference data is made from must be there; what was sent may have been deleted since. */
    private void fetch(Entry.Commit commit, EntryMessage message, TopicClient client, KeptSubmissions kept)
            throws IOException, Trouble.TroubleException {
        if (kept.holds(commit.submission())) {
            return;
        }
        boolean fetched =
                message.file().isPresent() && FilePieces.fetch(message.file().get(), client, kept);
        if (!fetched && imports) {
            throw new Trouble.TroubleException(Trouble.Kind.FILE_MISSING, commit.submission());
        }
    }
}
