package uk.declared.submission;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.Councils;

/** Reads a submission in whichever known format it is in, recognised by its content. */
public final class SubmissionReader {
    private SubmissionReader() {}

    /**
     * Reads a submission.
     *
     * @param sink takes the contests and what there is to say, in the order of the file
     * @throws UnreadableSubmissionException where nothing can be read at all, with the reason and the mend
     */
    public static void read(Submission submission, ReadOptions options, ContestSink sink)
            throws UnreadableSubmissionException {
        requireKnownCouncil(submission, options);
        try {
            CsvText text = CsvText.of(submission);
            TableFormat format = format(text, options);
            TableLayout layout = new HeadingMatcher(text, format, sink::finding).match();
            new CandidacyTableReader(new CsvTable(text, layout), format, options, sink).read();
        } catch (IOException e) {
            throw Submission.unreadable("F004", submission.name(), Map.of());
        }
    }

    /** The known formats: the name that options know each by, and its title. */
    public static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        TableFormats.ALL.forEach(format -> formats.put(format.name(), format.title()));
        return formats;
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

    private static TableFormat format(CsvText text, ReadOptions options) throws UnreadableSubmissionException {
        if (options.format().isPresent()) {
            String wanted = options.format().get();
            Optional<TableFormat> named = TableFormats.ALL.stream()
                    .filter(format -> format.name().equalsIgnoreCase(wanted))
                    .findFirst();
            return named.orElseThrow(() -> Submission.unreadable(
                    "F009",
                    text.submission().name(),
                    Map.of(
                            "wanted",
                            wanted,
                            "formats",
                            String.join(", ", formats().keySet()))));
        }
        return TableFormats.ALL.stream()
                .filter(format -> recognised(format, text))
                .max(Comparator.comparingLong(format -> format.matches(text.headings())))
                .orElseThrow(() -> Submission.unreadable(
                        "F006",
                        text.submission().name(),
                        Map.of("formats", String.join(", ", formats().values()))));
    }

    /** A file is of a format where at least half of what the format cannot do without is there. */
    private static boolean recognised(TableFormat format, CsvText text) {
        long found = format.required().stream()
                .filter(required -> text.headings().stream()
                        .anyMatch(heading -> Texts.plain(heading).equals(Texts.plain(required))))
                .count();
        return found * 2 >= format.required().size();
    }
}
