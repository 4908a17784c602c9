package uk.declared.submission.moderngov;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.moderngov.ModernGovDocument.XmlItem;
import uk.declared.submission.moderngov.ModernGovDocument.XmlText;
import uk.declared.submission.text.Texts;

/** Reads the lines of rejected papers, whose descriptions each council words in its own way. */
final class SpoiledVotes {
    /** Words that tell what a line counts, in English and Welsh; the first that stands in a description counts. */
    private static final List<Map.Entry<String, Column>> WORDS = List.of(
            Map.entry("in part|rhannol", Column.REJECTED_IN_PART),
            Map.entry("official mark|swyddogol", Column.REJECTED_OFFICIAL_MARK),
            Map.entry("identif|adnabod", Column.REJECTED_IDENTIFICATION),
            Map.entry(
                    "more candidate|more than|too many|over-vot|overvot|gormod|fwy o ymgeis",
                    Column.REJECTED_TOO_MANY_VOTES),
            Map.entry("total|cyfanswm", Column.REJECTED_BALLOT_PAPERS));

    /** Descriptions that mean all rejected papers and nothing else. */
    private static final List<String> ALL = List.of(
            "rejected",
            "rejectedballotpapers",
            "rejectedpapers",
            "rejectedvotes",
            "spoilt",
            "spoiled",
            "spoiltballotpapers",
            "spoiledballotpapers",
            "spoiltvotes",
            "spoiledvotes",
            "numberrejected");

    private final ModernGovDocument document;
    private final Consumer<Finding> findings;

    SpoiledVotes(ModernGovDocument document, Consumer<Finding> findings) {
        this.document = document;
        this.findings = findings;
    }

    /** Puts the papers rejected in an area into what is known of its contest. */
    void read(ModernGovArea area, Map<Column, XmlText> contest) {
        for (XmlItem line : area.figures().all("spoiledvote")) {
            XmlText description = line.text("description");
            XmlText papers = line.text("numvotes");
            Optional<Column> column = column(description.text());
            if (papers.isBlank()) {
                continue;
            }
            if (column.isEmpty()) {
                report("W086", Severity.WARNING, description, Map.of("why", "ground", "instead", "ground"));
            } else {
                add(column.get(), papers, contest);
            }
        }
    }

    private void add(Column column, XmlText papers, Map<Column, XmlText> contest) {
        XmlText before = contest.get(column);
        if (before == null || !isCount(before) || !isCount(papers)) {
            contest.putIfAbsent(column, papers);
            return;
        }
        String sum = Long.toString(Long.parseLong(before.text()) + Long.parseLong(papers.text()));
        contest.put(column, new XmlText(before.path(), sum));
        report("I085", Severity.INTERPRETATION, papers, Map.of("read", sum, "reading", "added"));
    }

    private static boolean isCount(XmlText text) {
        return text.text().matches("\\d{1,8}");
    }

    private static Optional<Column> column(String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        if (ALL.contains(Texts.plain(description))) {
            return Optional.of(Column.REJECTED_BALLOT_PAPERS);
        }
        boolean unmarked = contains(lower, "unmarked|blank|heb ei farcio|heb eu marcio");
        boolean uncertain = contains(lower, "uncertain|ansicr");
        if (unmarked || uncertain) {
            return Optional.of(
                    unmarked && uncertain
                            ? Column.REJECTED_UNMARKED_OR_VOID
                            : unmarked ? Column.REJECTED_UNMARKED : Column.REJECTED_VOID_FOR_UNCERTAINTY);
        }
        return WORDS.stream()
                .filter(words -> contains(lower, words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean contains(String text, String words) {
        return Arrays.stream(words.split("\\|")).anyMatch(text::contains);
    }

    private void report(String rule, Severity severity, XmlText text, Map<String, String> details) {
        findings.accept(new Finding(
                rule, severity, document.place(text.path()), Optional.empty(), Optional.of(text.text()), details));
    }
}
