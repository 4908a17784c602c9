package uk.declared.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;

/** What the index keeps of an entry, as the values of one line. */
final class ItemText {
    private static final String DECLARATION = "declaration";
    private static final String REDACTION = "redaction";
    private static final String IMPORT = "import";
    private static final Map<String, DeclarationStatus> STATUSES = new HashMap<>();

    static {
        Arrays.stream(DeclarationStatus.values()).forEach(status -> STATUSES.put(status.notation(), status));
    }

    private ItemText() {}

    static List<String> write(RecordIndex.Item item) {
        if (item instanceof RecordIndex.Contest contest) {
            Latest latest = contest.latest();
            return List.of(
                    DECLARATION,
                    Long.toString(latest.sequence()),
                    contest.contest().value(),
                    contest.identity(),
                    Integer.toString(latest.version()),
                    latest.resultHash(),
                    latest.status().notation(),
                    latest.source().notation(),
                    contest.time().toString());
        }
        if (item instanceof RecordIndex.Redacted redacted) {
            return List.of(
                    REDACTION,
                    Long.toString(redacted.sequence()),
                    Long.toString(redacted.entry()),
                    redacted.time().toString());
        }
        RecordedImport release = ((RecordIndex.Import) item).recorded();
        return List.of(IMPORT, Long.toString(release.sequence()), EntryCodec.text(release.entry()));
    }

    static RecordIndex.Item read(List<String> values) {
        long sequence = Long.parseLong(values.get(1));
        return switch (values.get(0)) {
            case DECLARATION ->
                new RecordIndex.Contest(
                        new BallotId(values.get(2)),
                        values.get(3),
                        new Latest(
                                Integer.parseInt(values.get(4)),
                                sequence,
                                values.get(5),
                                Objects.requireNonNull(STATUSES.get(values.get(6)), values.get(6)),
                                Source.of(values.get(7)).orElseThrow()),
                        Instant.parse(values.get(8)));
            case REDACTION ->
                new RecordIndex.Redacted(sequence, Long.parseLong(values.get(2)), Instant.parse(values.get(3)));
            case IMPORT -> new RecordIndex.Import(new RecordedImport(sequence, EntryCodec.release(values.get(2))));
            default -> throw new IllegalArgumentException("a line of the unknown kind " + values.get(0));
        };
    }
}
