package uk.declared.submission.moderngov;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.row.ContestAssembler;
import uk.declared.submission.text.Texts;

/**
 * The answer of a modern.gov system about one election, {@code mgWebService.asmx/GetElectionResults}:
 * docs/formats/modern-gov.md. It names neither the council nor the polling day; the sender does.
 */
public final class ModernGovFormat implements SubmissionFormat {
    static final String NAME = "modern-gov";

    /** Its fields, by the names of their elements. */
    public static final TableFormat FIELDS =
            new TableFormat(NAME, "modern.gov XML", fields(), List.of(), List.of(), false);

    @Override
    public Map<String, String> names() {
        return Map.of(NAME, FIELDS.title());
    }

    @Override
    public boolean recognises(Beginning beginning) {
        String text = Texts.clean(beginning.text()).toLowerCase(Locale.ROOT);
        return text.startsWith("<")
                && List.of("<electionareas", "<electionarea>", "<candidatename", "<candidatecount", "<electionid>")
                        .stream()
                        .anyMatch(text::contains);
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        ask(submission, options);
        ModernGovDocument document = ModernGovDocument.read(submission);
        List<ModernGovArea> areas = ModernGovArea.of(document);
        if (areas.isEmpty()) {
            throw Submission.unreadable("F092", submission.name(), Map.of("fault", "none"));
        }
        ContestAssembler assembler = new ContestAssembler(FIELDS, options, reference, sink::finding);
        ModernGovRows rows = new ModernGovRows(document, areas.size(), sink::finding);
        for (ModernGovArea area : areas) {
            rows.of(area).ifPresent(found -> assembler.assemble(found, sink));
        }
    }

    /** The stamps in the file are of data entry: nothing in it tells council or day, and neither is guessed. */
    private static void ask(Submission submission, ReadOptions options) throws UnreadableSubmissionException {
        Optional<String> question = options.council().isEmpty()
                ? Optional.of(options.pollingDate().isEmpty() ? "both" : "council")
                : Optional.of("day").filter(day -> options.pollingDate().isEmpty());
        if (question.isPresent()) {
            String wanted = switch (question.get()) {
                case "both" -> "--council, --date";
                case "council" -> "--council";
                default -> "--date";
            };
            throw Submission.unreadable(
                    "F091", submission.name(), Map.of("question", question.get(), "options", wanted));
        }
    }

    private static Map<String, Column> fields() {
        Map<String, Column> fields = new LinkedHashMap<>();
        fields.put("electiontype", Column.ELECTION_TYPE);
        fields.put("title", Column.AREA_NAME);
        fields.put("numseats", Column.SEATS);
        fields.put("electorate", Column.ELECTORATE);
        fields.put("numballotpapersissued", Column.BALLOT_PAPERS_CAST);
        fields.put("numproxyvotes", Column.PROXY_BALLOT_PAPERS);
        fields.put("numpostalvotessent", Column.POSTAL_BALLOT_PAPERS_ISSUED);
        fields.put("numpostalvotesreturned", Column.POSTAL_BALLOT_PAPERS_RETURNED);
        fields.put("externallink", Column.PAGE);
        fields.put("candidatename", Column.NAME_ON_BALLOT_PAPER);
        fields.put("politicalpartytitle", Column.PARTY_NAME);
        fields.put("numvotes", Column.VOTES);
        fields.put("iselected", Column.ELECTED);
        return fields;
    }
}
