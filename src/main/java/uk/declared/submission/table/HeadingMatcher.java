package uk.declared.submission.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.declared.election.Distance;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.column.UsualHeadings;
import uk.declared.submission.text.Texts;

/** Finds the columns of a table of a known format by their headings, and says what is unusual about the table. */
final class HeadingMatcher {
    private static final int MAX_COLUMNS = 500;
    private static final int COMPARED_LENGTH = 100;

    private final Grid grid;
    private final int row;
    private final TableFormat format;
    private final Consumer<Finding> findings;
    private final List<String> headings;

    HeadingMatcher(Grid grid, TableRecognition table, Consumer<Finding> findings) {
        this.grid = grid;
        this.format = table.format();
        this.findings = findings;
        this.row = table.headings().row();
        this.headings = table.headings().texts();
    }

    /**
     * The table's layout.
     *
     * @throws UnreadableSubmissionException where a heading that the format needs is not there, or stands twice
     */
    TableLayout match() throws UnreadableSubmissionException {
        if (headings.size() > MAX_COLUMNS) {
            throw Submission.unreadable("F016", grid.file(), Map.of("columns", Integer.toString(headings.size())));
        }
        TreeMap<Column, Integer> indexes = new TreeMap<>();
        Map<StageColumn, Integer> stages = new HashMap<>();
        List<Finding> unknown = new ArrayList<>();
        List<Optional<Column>> columns = format.columns(headings);
        for (int i = 0; i < headings.size(); i++) {
            Optional<Column> column = columns.get(i);
            if (column.isPresent() && indexes.putIfAbsent(column.get(), i) != null) {
                throw new UnreadableSubmissionException(about(i, "F011", Severity.VIOLATION));
            }
            Optional<StageColumn> stage =
                    column.isPresent() || !format.hasStages() ? Optional.empty() : StageColumn.of(headings.get(i));
            if (stage.isPresent() && stages.putIfAbsent(stage.get(), i) != null) {
                throw new UnreadableSubmissionException(about(i, "F011", Severity.VIOLATION));
            }
            if (column.isEmpty() && stage.isEmpty()) {
                if (!format.isMapping()) {
                    unknown.add(about(i, headings.get(i).isEmpty() ? "I026" : "I023", Severity.INTERPRETATION));
                }
            }
        }
        requireHeadings(indexes.keySet());
        describeForm(indexes);
        unknown.forEach(findings);
        return new TableLayout(grid.place(), row, headings, indexes, stages);
    }

    private void requireHeadings(Set<Column> found) throws UnreadableSubmissionException {
        List<String> missing = new ArrayList<>();
        for (String required : format.required()) {
            if (!found.contains(format.headings().get(required))) {
                missing.add(required);
            }
        }
        for (List<String> group : format.oneOf()) {
            if (group.stream().map(format.headings()::get).noneMatch(found::contains)) {
                missing.add(String.join(" / ", group));
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
    }

    /** A missing heading is often one that was called something else: the likest unknown one is named. */
    private UnreadableSubmissionException missing(List<String> missing) {
        String nearest = headings.stream()
                .filter(found -> !found.isEmpty() && format.column(found).isEmpty())
                .filter(found -> format.isMapping() || mayBe(found, missing.get(0)))
                .min(Comparator.comparingInt(found -> distance(found, missing.get(0))))
                .orElse("");
        return new UnreadableSubmissionException(new Finding(
                nearest.isEmpty() ? "F010" : "F017",
                Severity.VIOLATION,
                grid.place().atRow(row),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "heading",
                        missing.get(0),
                        "headings",
                        String.join(", ", missing),
                        "nearest",
                        nearest,
                        "format",
                        format.title())));
    }

    /** Whether one heading may be meant by another: they are nearly alike, or both usual for one column. */
    private boolean mayBe(String found, String missing) {
        String wanted = missing.split(" / ", 2)[0];
        Optional<Column> usual = UsualHeadings.column(found);
        boolean sameColumn = usual.isPresent()
                && usual.equals(Optional.ofNullable(format.headings().get(wanted)));
        return sameColumn
                || distance(found, wanted) <= Math.max(2, Texts.plain(wanted).length() / 3);
    }

    private static int distance(String one, String other) {
        String shorter = one.length() > COMPARED_LENGTH ? one.substring(0, COMPARED_LENGTH) : one;
        return Distance.between(Texts.plain(shorter), Texts.plain(other));
    }

    private void describeForm(Map<Column, Integer> indexes) {
        grid.aboutForm().forEach(findings);
        List<Column> given = indexes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        List<Column> usual =
                format.headings().values().stream().filter(given::contains).toList();
        if (!format.namesBallots() && !format.namesElections() && !given.equals(usual)) {
            aboutFile("I024", Map.of());
        }
        String absent = format.headings().entrySet().stream()
                .filter(entry -> format.namesEveryColumn() && !given.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            aboutFile("I025", Map.of("headings", absent));
        }
    }

    private Finding about(int index, String rule, Severity severity) {
        String heading = headings.get(index);
        return new Finding(
                rule,
                severity,
                grid.place().atCell(row, index + 1, heading),
                Optional.empty(),
                Optional.of(heading),
                Map.of("format", format.title()));
    }

    private void aboutFile(String rule, Map<String, String> details) {
        findings.accept(
                new Finding(rule, Severity.INTERPRETATION, grid.place(), Optional.empty(), Optional.empty(), details));
    }
}
