package uk.declared.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.folder.KeptMappings;
import uk.declared.folder.KeptSubmissions;
import uk.declared.history.History;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedVersion;
import uk.declared.report.Place;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * Finds for each figure of a contest's present result the cell of what was sent that it was read from:
 *
 * <ol>
 *   <li>the file that the present version came from is read once more, as it was read then,
 *   <li>a figure of it that stands in the present result has the cell that the reader noted,
 *   <li>figures that an earlier file brought are looked for in that, version by version, backwards.
 * </ol>
 *
 * What is worked out, such as a share of votes, has no cell; nor has what came from a file that is no longer kept.
 */
public final class FigureSources {
    /** What is worked out of other figures stands in no cell. */
    private static final Set<String> WORKED_OUT =
            Set.of("turnout", "validTurnout", "voteShare", "rank", "seatsFilled", "margin");

    /** As many files as one contest's figures are looked for in. */
    private static final int MOST_FILES = 6;

    private final RecordLog record;
    private final KeptSubmissions kept;
    private final KeptMappings mappings;
    private final SubmissionChecker checker;

    public FigureSources(RecordLog record, KeptSubmissions kept, KeptMappings mappings, SubmissionChecker checker) {
        this.record = record;
        this.kept = kept;
        this.mappings = mappings;
        this.checker = checker;
    }

    /**
     * A figure and where it stands.
     *
     * @param statement as the result has it
     * @param submission the SHA-256 of the file
     * @param place the file, sheet, row and column, as far as the kind of file has them
     * @param text what stands there
     */
    public record Figure(Triple statement, String submission, Place place, String text) {}

    /** The figures of a contest's present result that a cell is known for, in no order; none where it was withdrawn. */
    public List<Figure> of(BallotId contest) {
        List<RecordedVersion> versions = new ArrayList<>(record.versions(contest));
        Collections.reverse(versions);
        Map<Triple, Figure> found = new LinkedHashMap<>();
        Set<Triple> wanted = new HashSet<>();
        Set<String> read = new HashSet<>();
        History history = new History(record);
        for (RecordedVersion version : versions) {
            History.Version declared = history.of(contest, version.version()).orElseThrow();
            List<Triple> result = declared.result();
            if (version.equals(versions.get(0))) {
                result.stream().filter(FigureSources::isFigure).forEach(wanted::add);
            }
            wanted.retainAll(Set.copyOf(result));
            String submission = declared.declaration().submission();
            if (wanted.isEmpty() || read.size() == MOST_FILES) {
                break;
            }
            if (read.add(submission) && kept.holds(submission)) {
                read(contest, version, submission, wanted, found);
                wanted.removeAll(found.keySet());
            }
        }
        return List.copyOf(found.values());
    }

    private void read(
            BallotId contest,
            RecordedVersion version,
            String submission,
            Set<Triple> wanted,
            Map<Triple, Figure> found) {
        try {
            checker.checkSome(
                    Submission.open(kept.path(submission)),
                    RememberedOptions.read(beside(version), mappings),
                    contest::equals,
                    checked -> {
                        ContestGraph graph = checked.graph();
                        SourceMap source = checked.contest().source();
                        for (Triple statement : wanted) {
                            cell(statement, graph, source)
                                    .ifPresent(cell -> found.put(
                                            statement, new Figure(statement, submission, cell.place(), cell.text())));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableSubmissionException e) {
            // What was read once and is no longer understood has no cells to show.
            return;
        }
    }

    /** What was said beside the file stands where its declarations were committed. */
    private Map<String, String> beside(RecordedVersion version) throws IOException {
        try (RecordReader entries = record.readAfter(version.sequence())) {
            while (entries.hasNext()) {
                if (entries.next().content() instanceof Entry.Commit commit) {
                    return commit.beside();
                }
            }
        }
        return Map.of();
    }

    /** The cell of a statement; only where the file, as it is read now, says the very same. */
    private static Optional<SourceMap.Cell> cell(Triple statement, ContestGraph graph, SourceMap source) {
        String property = statement.getPredicate().getURI().substring(Vocabulary.NAMESPACE.length());
        return graph.result().contains(statement) && !WORKED_OUT.contains(property)
                ? part(statement.getSubject(), graph).flatMap(part -> source.cell(part, property))
                : Optional.empty();
    }

    private static Optional<Part> part(Node subject, ContestGraph graph) {
        return Stream.<Optional<? extends Part>>of(
                        Optional.ofNullable(graph.candidacies().get(subject)).map(Part.OfCandidacy::new),
                        Optional.ofNullable(graph.rejections().get(subject)).map(Part.OfRejection::new),
                        Optional.ofNullable(graph.stages().get(subject)).map(Part.OfStage::new),
                        Optional.ofNullable(graph.tallies().get(subject))
                                .map(tally -> new Part.OfTally(tally.stage(), tally.candidacy())),
                        Optional.of(Part.CONTEST).filter(contest -> subject.equals(graph.contest())))
                .flatMap(Optional::stream)
                .map(part -> (Part) part)
                .findFirst();
    }

    /** Numbers, and whether somebody was elected: what people count. */
    private static boolean isFigure(Triple statement) {
        Node value = statement.getObject();
        return statement.getPredicate().getURI().startsWith(Vocabulary.NAMESPACE)
                && value.isLiteral()
                && (value.getLiteralValue() instanceof Number || value.getLiteralValue() instanceof Boolean);
    }
}
