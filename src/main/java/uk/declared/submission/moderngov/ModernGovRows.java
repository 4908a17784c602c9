package uk.declared.submission.moderngov;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.declared.election.Office;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.moderngov.ModernGovDocument.XmlItem;
import uk.declared.submission.moderngov.ModernGovDocument.XmlText;
import uk.declared.submission.row.ElectionKind;
import uk.declared.submission.row.PathLayout;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.row.TurnoutFigures;
import uk.declared.submission.row.YesOrNo;

/**
 * Makes an area of a modern.gov election into rows, one for every candidate:
 *
 * <ol>
 *   <li>what is about the contest is put on each of them,
 *   <li>a nought that the system writes where nothing was filled in is blank,
 *   <li>papers rejected are told apart by the descriptions of their lines,
 *   <li>the papers issued are taken for those cast only where they fit the votes.
 * </ol>
 */
final class ModernGovRows {
    private static final Pattern BY_ELECTION = Pattern.compile("(?iu)\\bby[ -]?elections?\\b|\\bis-?etholiad(au)?\\b");
    private static final Pattern ELECTION = Pattern.compile("(?iu)\\belections?\\b|\\betholiad(au)?\\b");
    private static final Pattern NOUGHT = Pattern.compile("0+");

    private final ModernGovDocument document;
    private final boolean oneArea;
    private final Consumer<Finding> findings;
    private boolean saidNoughts;

    ModernGovRows(ModernGovDocument document, int areas, Consumer<Finding> findings) {
        this.document = document;
        this.oneArea = areas == 1;
        this.findings = findings;
    }

    /** The rows of an area; empty where nobody stands in it or its office is not held, which is said. */
    Optional<List<TableRow>> of(ModernGovArea area) {
        if (area.candidates().isEmpty()) {
            report("W086", Severity.WARNING, area.title(), Map.of("why", "candidates", "instead", "candidates"));
            return Optional.empty();
        }
        XmlText type = type(area);
        if (ElectionKind.ofLga(type.text())
                .filter(kind -> kind.office() == Office.PARISH_COUNCILLOR)
                .isPresent()) {
            // A parish's council is named nowhere in the file, and no option names one.
            report(
                    "W082",
                    Severity.WARNING,
                    type,
                    Map.of("rows", Integer.toString(area.candidates().size())));
            return Optional.empty();
        }
        Map<Column, XmlText> contest = new TreeMap<>();
        contest.put(Column.ELECTION_TYPE, type);
        contest.put(Column.AREA_NAME, area.title());
        contest.put(Column.BODY_NAME, bodyName(area, type));
        contest.put(Column.SEATS, filled(area.figures().text("numseats")));
        contest.put(Column.ELECTORATE, ofAreaOrElection(area, "electorate"));
        for (String element : List.of("numproxyvotes", "numpostalvotessent", "numpostalvotesreturned")) {
            ModernGovFormat.FIELDS
                    .column(element)
                    .ifPresent(
                            column -> contest.put(column, filled(area.figures().text(element))));
        }
        contest.put(Column.PAGE, page(area));
        new SpoiledVotes(document, findings).read(area, contest);
        contest.values().removeIf(XmlText::isBlank);
        contest.putIfAbsent(Column.AREA_NAME, area.title());
        List<Map<Column, XmlText>> candidates = candidates(area);
        issued(area, contest, candidates);
        return Optional.of(rows(area, contest, candidates));
    }

    /** What kind of election it is, with the word by-election where the title or the area says so. */
    private XmlText type(ModernGovArea area) {
        XmlText type = document.election().text("electiontype");
        XmlText title = document.election().text("title");
        boolean titleIsOfAll = oneArea
                || !ELECTION.matcher(BY_ELECTION.matcher(title.text()).replaceAll(""))
                        .find();
        if (BY_ELECTION.matcher(type.text()).find()) {
            return type;
        }
        if (titleIsOfAll && BY_ELECTION.matcher(title.text()).find()) {
            return new XmlText(title.path(), type.text() + " by-election");
        }
        XmlText description = area.figures().text("description");
        return BY_ELECTION.matcher(description.text()).find()
                ? new XmlText(description.path(), type.text() + " by-election")
                : type;
    }

    /** A commissioner is named by the area alone. */
    private static XmlText bodyName(ModernGovArea area, XmlText type) {
        boolean commissioner = ElectionKind.ofLga(type.text())
                .filter(kind -> kind.office() == Office.POLICE_AND_CRIME_COMMISSIONER)
                .isPresent();
        return commissioner ? area.title() : new XmlText(area.title().path(), "");
    }

    private XmlText ofAreaOrElection(ModernGovArea area, String element) {
        XmlText ofArea = filled(area.figures().text(element));
        return ofArea.isBlank() && oneArea ? filled(document.election().text(element)) : ofArea;
    }

    private XmlText page(ModernGovArea area) {
        XmlText ofArea = area.figures().text("externallink");
        return ofArea.isBlank() ? document.election().text("externallink") : ofArea;
    }

    /** Nobody has no electors, no seats and no papers: such a nought was never filled in. Said once for a file. */
    private XmlText filled(XmlText text) {
        if (!NOUGHT.matcher(text.text()).matches()) {
            return text;
        }
        if (!saidNoughts) {
            saidNoughts = true;
            report("I085", Severity.INTERPRETATION, text, Map.of("read", "–", "reading", "nothing"));
        }
        return new XmlText(text.path(), "");
    }

    /** Noughts for everybody are votes that were not filled in; with nobody elected either, there is no result yet. */
    private List<Map<Column, XmlText>> candidates(ModernGovArea area) {
        List<XmlItem> items = area.candidates();
        boolean noVotes =
                items.stream().allMatch(item -> item.text("numvotes").text().matches("0*"));
        boolean nobody = items.stream()
                .noneMatch(item -> YesOrNo.isYes(item.text("iselected").text()));
        if (noVotes) {
            filled(items.get(0).text("numvotes"));
        }
        items.stream()
                .map(item -> item.text("numvotes2"))
                .filter(text -> !text.text().matches("0*"))
                .findFirst()
                .ifPresent(
                        text -> report("W086", Severity.WARNING, text, Map.of("why", "choices", "instead", "choices")));
        List<Map<Column, XmlText>> candidates = new ArrayList<>();
        for (XmlItem item : items) {
            Map<Column, XmlText> candidate = new TreeMap<>();
            candidate.put(Column.NAME_ON_BALLOT_PAPER, item.text("candidatename"));
            candidate.put(Column.PARTY_NAME, item.text("politicalpartytitle"));
            candidate.put(Column.VOTES, blankIf(noVotes, item.text("numvotes")));
            candidate.put(Column.ELECTED, blankIf(noVotes && nobody, item.text("iselected")));
            candidates.add(candidate);
        }
        return candidates;
    }

    private static XmlText blankIf(boolean blank, XmlText text) {
        return blank ? new XmlText(text.path(), "") : text;
    }

    private void issued(ModernGovArea area, Map<Column, XmlText> contest, List<Map<Column, XmlText>> candidates) {
        XmlText issued = ofAreaOrElection(area, "numballotpapersissued");
        if (issued.isBlank()) {
            return;
        }
        List<Map<Column, String>> texts = candidates.stream()
                .map(candidate -> with(plain(contest), candidate))
                .toList();
        Optional<String> why = TurnoutFigures.of(texts).whyNotPapers(issued.text());
        if (why.isEmpty()) {
            contest.put(Column.BALLOT_PAPERS_CAST, issued);
            report("I085", Severity.INTERPRETATION, issued, Map.of("read", issued.text(), "reading", "issued"));
        } else {
            report("W086", Severity.WARNING, issued, Map.of("why", why.get(), "instead", "figure"));
        }
    }

    private List<TableRow> rows(
            ModernGovArea area, Map<Column, XmlText> contest, List<Map<Column, XmlText>> candidates) {
        PathLayout layout = new PathLayout(
                places(contest),
                candidates.stream().map(this::places).toList(),
                area.candidates().stream()
                        .map(item -> document.place(item.path()))
                        .toList());
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            rows.add(new TableRow(layout, i + 1, with(plain(contest), candidates.get(i))));
        }
        return rows;
    }

    private Map<Column, Place> places(Map<Column, XmlText> texts) {
        Map<Column, Place> places = new TreeMap<>();
        texts.forEach((column, text) -> places.put(column, document.place(text.path())));
        return places;
    }

    private static Map<Column, String> plain(Map<Column, XmlText> texts) {
        Map<Column, String> plain = new TreeMap<>();
        texts.forEach((column, text) -> plain.put(column, text.text()));
        return plain;
    }

    private static Map<Column, String> with(Map<Column, String> contest, Map<Column, XmlText> candidate) {
        contest.putAll(plain(candidate));
        return contest;
    }

    private void report(String rule, Severity severity, XmlText text, Map<String, String> details) {
        findings.accept(new Finding(
                rule, severity, document.place(text.path()), Optional.empty(), Optional.of(text.text()), details));
    }
}
