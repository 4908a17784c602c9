package uk.declared.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.Entry;
import uk.declared.record.Latest;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordRedaction;
import uk.declared.record.RecordedVersion;

/**
 * Takes an earlier version's content out of the record, for a person's sake: what remains is that there was a declaration,
 * when, by whom and with what hash. The current version is corrected or withdrawn instead.
 */
public final class Redactor {
    private static final Set<String> REMAINS = Set.of(
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            Vocabulary.term("declarationOf").getURI(),
            Vocabulary.term("version").getURI(),
            Vocabulary.term("declarationStatus").getURI(),
            Vocabulary.term("source").getURI(),
            "http://purl.org/dc/terms/license",
            "http://purl.org/dc/terms/rights",
            "http://www.w3.org/ns/prov#wasDerivedFrom",
            "http://www.w3.org/ns/prov#generatedAtTime",
            "http://www.w3.org/ns/prov#wasRevisionOf");

    private final DataFolder folder;
    private final Uris uris;
    private final Clock clock;

    public Redactor(DataFolder folder, Clock clock) {
        this.folder = folder;
        this.uris = new Uris(folder.baseUri());
        this.clock = clock;
    }

    /**
     * Redacts one version of a contest. The store is to be made anew afterwards.
     *
     * @param withFile whether what was sent is deleted too, with all that else it holds
     * @return the number of the entry that was redacted
     * @throws DataFolderException where there is no such version, or it is the current one, with what to do
     */
    public long redact(BallotId contest, int version, String reason, boolean withFile)
            throws IOException, DamagedRecordException, DataFolderException {
        Entry entry;
        KeptSubmissions kept = new KeptSubmissions(folder.submissions());
        String file;
        try (RecordLog record = RecordLog.open(folder.record())) {
            Latest latest = record.latest(contest)
                    .orElseThrow(() -> new DataFolderException("There is no contest “" + contest + "”."));
            if (version >= latest.version()) {
                throw new DataFolderException("Version " + version + " of " + contest
                        + " is not an earlier one. Publish a correction or withdraw the contest first; then redact.");
            }
            entry = find(record, contest, version)
                    .orElseThrow(
                            () -> new DataFolderException("There is no version " + version + " of " + contest + "."));
            file = ((Entry.Declared) entry.content()).declaration().submission();
            String notice = kept.keep("Redacted: " + contest.value() + ", version " + version + "\n" + clock.instant()
                    + "\n" + reason + "\n");
            try (RecordBatch batch = record.begin()) {
                batch.add(new Entry.Redaction(
                        entry.sequence(),
                        entry.hash(),
                        reason,
                        withFile ? file : "",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS)));
                batch.commit(notice);
            }
        }
        RecordRedaction.takeOut(folder.record(), entry.sequence(), this::remains);
        if (withFile) {
            Path sent = kept.path(file);
            Files.deleteIfExists(sent);
        }
        return entry.sequence();
    }

    /**
     * Takes out what the record says was taken out, where it was not: in a copy of a record that was redacted elsewhere. The store is to be
     * made anew afterwards.
     */
    public void redactAsRecorded() throws IOException, DamagedRecordException {
        List<Entry.Redaction> said = new ArrayList<>();
        Set<Long> whole = new HashSet<>();
        try (RecordLog record = RecordLog.open(folder.record());
                RecordReader entries = record.readAfter(0)) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.content() instanceof Entry.Redaction redaction) {
                    said.add(redaction);
                } else if (entry.content() instanceof Entry.Declared declared && !declared.redacted()) {
                    whole.add(entry.sequence());
                }
            }
        }
        KeptSubmissions kept = new KeptSubmissions(folder.submissions());
        for (Entry.Redaction redaction : said) {
            if (whole.contains(redaction.entry())) {
                RecordRedaction.takeOut(folder.record(), redaction.entry(), this::remains);
            }
            if (!redaction.file().isEmpty()) {
                Files.deleteIfExists(kept.path(redaction.file()));
            }
        }
    }

    private static Optional<Entry> find(RecordLog record, BallotId contest, int version) throws IOException {
        for (RecordedVersion each : record.versions(contest)) {
            if (each.version() == version) {
                return Optional.of(record.entry(each.sequence()));
            }
        }
        return Optional.empty();
    }

    /** Of the statements about the declaration, those that speak of nobody. */
    private String remains(String declaration) {
        List<Triple> kept = CanonicalTriples.read(declaration).stream()
                .filter(triple -> uris.idOf("declaration", triple.getSubject()).isPresent())
                .filter(triple -> REMAINS.contains(triple.getPredicate().getURI()))
                .filter(triple -> !triple.getSubject().getURI().contains("/returning-officer")
                        && !triple.getSubject().getURI().contains("/contact"))
                .toList();
        return CanonicalTriples.write(kept);
    }
}
