package uk.declared.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
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
import uk.declared.projection.PublishedResults;
import uk.declared.projection.RecordedRights;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Latest;
import uk.declared.record.RecordLog;

/** Says of a checked contest what the record is to keep of it. */
public final class DeclarationEntries {
    /** The version of the vocabulary that declarations are mapped with. */
    public static final String VOCABULARY_VERSION = "0.2.0";

    /** How many changes a declaration tells in words; there is more to see in the two versions themselves. */
    private static final int MOST_NOTES = 50;

    private final Uris uris;
    private final RecordLog record;
    private final PublishedResults results;
    private final RecordedRights recordedRights;
    private final DeclarationMapper declarations;

    public DeclarationEntries(Uris uris, RecordLog record, PublishedResults results) {
        this.uris = uris;
        this.record = record;
        this.results = results;
        this.recordedRights = new RecordedRights(record);
        this.declarations = new DeclarationMapper(uris);
    }

    /** The entry that withdraws a contest. */
    public DeclarationEntry withdrawal(
            DeclarationEntry last, int version, Source source, String notice, Instant time, String reason) {
        Declaration declaration = new Declaration(
                last.contest(),
                version,
                DeclarationStatus.WITHDRAWN,
                source,
                notice,
                time,
                DeclarationDetails.NONE,
                new TreeSet<>(),
                Rights.OPEN_GOVERNMENT,
                Optional.of(reason));
        return entry(declaration, last.identity(), "", Map.of(), List.of());
    }

    /**
     * The entry of a version that says what a submission says when it is mapped anew.
     *
     * @param last the version whose place it takes; status, source and licence stay what they were
     * @param reason why it was mapped anew
     */
    public DeclarationEntry anew(CheckedContest contest, Latest last, String submission, Instant time, String reason) {
        ContestResult result = contest.contest().result();
        Declaration declaration = new Declaration(
                result.id(),
                last.version() + 1,
                last.status(),
                last.source(),
                submission,
                time,
                contest.contest().details(),
                contest.warnings(),
                recordedRights.of(last),
                Optional.of(reason));
        return entry(
                declaration,
                result.identity().key(),
                CanonicalTriples.write(contest.graph().result()),
                shared(contest),
                List.of());
    }

    private Map<String, String> shared(CheckedContest contest) {
        return CanonicalTriples.writeAll(
                TemporaryAreas.shared(results.of(contest.contest().result().id()), contest.graph()));
    }

    /** The one place where what the record keeps of a declaration is put together. */
    private DeclarationEntry entry(
            Declaration of, String identity, String result, Map<String, String> shared, List<Node> notes) {
        List<Triple> statements = declarations.map(of);
        notes.forEach(note -> statements.add(
                Triple.create(uris.declaration(of.contest(), of.version()), SKOS.changeNote.asNode(), note)));
        return new DeclarationEntry(
                of.contest(),
                identity,
                of.version(),
                of.status(),
                of.source(),
                of.submission(),
                of.time(),
                VOCABULARY_VERSION,
                result,
                shared,
                CanonicalTriples.write(statements));
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
        Declaration declaration = new Declaration(
                version.contest(),
                version.version(),
                standing.status(),
                standing.source(),
                submission,
                DeclarationMapper.UNDATED,
                contest.contest().details(),
                contest.warnings(),
                standing.rights());
        return entry(
                declaration,
                contest.contest().result().identity().key(),
                result,
                shared(contest),
                ChangeWords.notes(version.changes(), MOST_NOTES));
    }
}
