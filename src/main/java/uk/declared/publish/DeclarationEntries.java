package uk.declared.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.ContestResult;
import uk.declared.election.Declaration;
import uk.declared.election.DeclarationDetails;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.linkeddata.DeclarationMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.RecordLog;

/** Says of a checked contest what the record is to keep of it. */
final class DeclarationEntries {
    /** How many changes a declaration tells in words; there is more to see in the two versions themselves. */
    private static final int MOST_NOTES = 50;

    private final Uris uris;
    private final RecordLog record;
    private final PublishedResults results;
    private final RecordedRights recordedRights;
    private final DeclarationMapper declarations;

    DeclarationEntries(Uris uris, RecordLog record, PublishedResults results) {
        this.uris = uris;
        this.record = record;
        this.results = results;
        this.recordedRights = new RecordedRights(record);
        this.declarations = new DeclarationMapper(uris);
    }

    /** The entry that withdraws a contest. */
    DeclarationEntry withdrawal(
            DeclarationEntry last, int version, Source source, String notice, Instant time, String reason) {
        List<Triple> declaration = declarations.map(new Declaration(
                last.contest(),
                version,
                DeclarationStatus.WITHDRAWN,
                source,
                notice,
                time,
                DeclarationDetails.NONE,
                new TreeSet<>(),
                Rights.OPEN_GOVERNMENT,
                Optional.of(reason)));
        return new DeclarationEntry(
                last.contest(),
                last.identity(),
                version,
                DeclarationStatus.WITHDRAWN,
                source,
                notice,
                time,
                Publisher.VOCABULARY_VERSION,
                "",
                Map.of(),
                CanonicalTriples.write(declaration));
    }

    /**
     * What a declaration is, and who says so.
     *
     * @param status of the result as a whole
     * @param source of the votes
     * @param rights to all of it
     */
    private record Standing(DeclarationStatus status, Source source, Rights rights) {}

    /** Later figures leave a result what it was, and the votes whose they were. */
    private Standing standing(CheckedContest contest, Terms terms) {
        ContestResult result = contest.contest().result();
        Rights rights = terms.rightsTo(contest.contest());
        return record.latest(result.id())
                .filter(last -> contest.contest().supplement())
                .map(last -> new Standing(
                        last.status(), last.source(), RecordedRights.stricter(recordedRights.of(last), rights)))
                .orElseGet(() -> new Standing(result.status(), terms.sourceOf(contest.contest()), rights));
    }

    /**
     * The entry of one version, undated.
     *
     * @param submission the SHA-256 of what was sent
     * @param result the canonical text of the result
     */
    DeclarationEntry entry(
            CheckedContest contest, Publication.Version version, Terms terms, String submission, String result) {
        Standing standing = standing(contest, terms);
        List<Triple> declaration = declarations.map(new Declaration(
                version.contest(),
                version.version(),
                standing.status(),
                standing.source(),
                submission,
                DeclarationMapper.UNDATED,
                contest.contest().details(),
                contest.warnings(),
                standing.rights()));
        ChangeWords.notes(version.changes(), MOST_NOTES)
                .forEach(note -> declaration.add(Triple.create(
                        uris.declaration(version.contest(), version.version()), SKOS.changeNote.asNode(), note)));
        return new DeclarationEntry(
                version.contest(),
                contest.contest().result().identity().key(),
                version.version(),
                standing.status(),
                standing.source(),
                submission,
                DeclarationMapper.UNDATED,
                Publisher.VOCABULARY_VERSION,
                result,
                CanonicalTriples.writeAll(TemporaryAreas.shared(results.of(version.contest()), contest.graph())),
                CanonicalTriples.write(declaration));
    }
}
