package uk.declared.submission.read;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.Councils;
import uk.declared.reference.ReferenceData;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.ballots.BallotPapersFormat;
import uk.declared.submission.count.CountTablesFormat;
import uk.declared.submission.democracyclub.DemocracyClubJson;
import uk.declared.submission.leap.LeapFormat;
import uk.declared.submission.moderngov.ModernGovFormat;
import uk.declared.submission.rdf.RdfFormat;
import uk.declared.submission.table.CsvFormat;
import uk.declared.submission.xlsx.XlsxFormat;
import uk.declared.submission.zip.ZipFormat;

/** Reads a submission in whichever known format it is in, recognised by its content. */
public final class SubmissionReader {
    private static final SubmissionFormat ARCHIVE = new ZipFormat(SubmissionReader::read);

    /** In the order in which they are tried; the last takes what no other recognises. */
    private static final List<SubmissionFormat> FORMATS = List.of(
            ARCHIVE,
            new ModernGovFormat(),
            new XlsxFormat(SubmissionReader::titles),
            new BallotPapersFormat(),
            new DemocracyClubJson(),
            new CountTablesFormat(),
            new RdfFormat(),
            new LeapFormat(),
            new CsvFormat(SubmissionReader::titles));

    private SubmissionReader() {}

    /**
     * Reads a submission.
     *
     * @param reference what names and codes are looked up in
     * @param sink takes the contests and what there is to say, in the order of the file
     * @throws UnreadableSubmissionException where nothing can be read at all, with the reason and the mend
     */
    public static void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws UnreadableSubmissionException {
        requireKnownCouncil(submission, options);
        try {
            format(submission, options).read(submission, options, reference, sink);
        } catch (IOException e) {
            throw Submission.unreadable("F004", submission.name(), Map.of());
        }
    }

    /** The known formats: the name that options know each by, and its title. */
    public static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        FORMATS.forEach(format -> formats.putAll(format.names()));
        return formats;
    }

    private static Collection<String> titles() {
        return formats().values();
    }

    private static void requireKnownCouncil(Submission submission, ReadOptions options)
            throws UnreadableSubmissionException {
        Councils councils = Councils.shipped();
        Optional<String> unknown = options.council().filter(slug -> !councils.knows(slug));
        if (unknown.isPresent()) {
            String suggestions = String.join(", ", councils.slugsLike(unknown.get()));
            throw Submission.unreadable(
                    "F021", submission.name(), Map.of("wanted", unknown.get(), "suggestions", suggestions));
        }
    }

    private static SubmissionFormat format(Submission submission, ReadOptions options)
            throws IOException, UnreadableSubmissionException {
        Beginning beginning = Beginning.of(submission);
        if (ARCHIVE.recognises(beginning)) {
            // A format that is named is that of the files in it.
            return ARCHIVE;
        }
        List<SubmissionFormat> candidates = FORMATS;
        if (options.format().isPresent()) {
            String wanted = options.format().get();
            candidates = FORMATS.stream()
                    .filter(format -> format.names().keySet().stream().anyMatch(wanted::equalsIgnoreCase))
                    .toList();
            if (candidates.isEmpty()) {
                throw Submission.unreadable(
                        "F009",
                        submission.name(),
                        Map.of(
                                "wanted",
                                wanted,
                                "formats",
                                String.join(", ", formats().keySet())));
            }
        }
        // A table may stand in files of several kinds; where the file looks like none, the last says why not.
        SubmissionFormat last = candidates.get(candidates.size() - 1);
        return candidates.stream()
                .filter(format -> format.recognises(beginning))
                .findFirst()
                .orElse(last);
    }
}
