package uk.declared.topic;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import uk.declared.record.Entry;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;

/** Whether a topic still has what was taken out of the record: what is taken out there is to be nowhere else. */
final class TakenOut {
    private TakenOut() {}

    static boolean isIn(TopicClient client, RecordLog record) throws IOException, Trouble.TroubleException {
        try (TopicReader topic = new TopicReader(client, client.address().name())) {
            Head last = topic.last().map(EntryMessage::entry).orElse(Head.EMPTY);
            if (!record.has(last)) {
                return false;
            }
            Set<Long> redacted = redactedAfter(record, last.sequence());
            return !redacted.isEmpty() && isIn(topic, redacted);
        }
    }

    /** The entries up to another one that lost their content after that one. */
    private static Set<Long> redactedAfter(RecordLog record, long last) throws IOException {
        Set<Long> redacted = new HashSet<>();
        try (RecordReader entries = record.readAfter(last)) {
            while (entries.hasNext()) {
                if (entries.next().content() instanceof Entry.Redaction redaction && redaction.entry() <= last) {
                    redacted.add(redaction.entry());
                }
            }
        }
        return redacted;
    }

    private static boolean isIn(TopicReader topic, Set<Long> redacted) throws Trouble.TroubleException {
        boolean[] found = {false};
        topic.read(topic.begin(), topic.end(), message -> {
            Optional<EntryMessage> entry = EntryMessage.of(message)
                    .filter(EntryMessage::completes)
                    .filter(each -> redacted.contains(each.entry().sequence()));
            found[0] = entry.isPresent() && !entry.get().isRedacted();
            return !found[0];
        });
        return found[0];
    }
}
