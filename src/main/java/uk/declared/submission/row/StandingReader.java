package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.Nation;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Texts;

/**
 * Reads for whom a candidate stands:
 *
 * <ol>
 *   <li>one party or several together, where the identifier names them, whatever address it stands in,
 *   <li>nobody, where standing, party or description say independent,
 *   <li>a party that is only named, which {@link PartyFinder} looks up,
 *   <li>else it is not stated.
 * </ol>
 */
final class StandingReader {
    /** An identifier of the Electoral Commission, with nothing that belongs to a longer word beside it. */
    private static final Pattern PARTY =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(ppm?)[ :-]?(\\d{1,6})(?![\\p{L}\\p{N}])");

    /** Democracy Club's identifier of a party, without the letters of the register. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}-])party[:/-](\\d{1,6})(?![\\p{N}-])");

    /** Democracy Club's identifier of parties that stand together. */
    private static final Pattern JOINT = Pattern.compile("(?i)joint-party[:-](\\d{1,6}(?:-\\d{1,6}){1,9})$");

    /** What independents are called, in English and Welsh; Democracy Club's identifier for them. */
    private static final Set<String> INDEPENDENT = Set.of(
            "independent",
            "annibynnol",
            "ind",
            "independant",
            "independentind",
            "independentcandidate",
            "noparty",
            "nonparty",
            "ynmpparty2",
            "independentannibynnol");

    private static final Set<String> STANDINGS = Set.of("party", "joint", "notstated");

    private final CellReader cells;
    private final PartyFinder parties;
    private final Consumer<Finding> findings;

    StandingReader(CellReader cells, PartyFinder parties, Consumer<Finding> findings) {
        this.cells = cells;
        this.parties = parties;
        this.findings = findings;
    }

    /**
     * For whom a row's candidate stands.
     *
     * @param day the polling day, on which a party must be registered for its name to tell which it is
     * @param nation where it is known: the nations have two registers
     */
    Standing read(TableRow row, LocalDate day, Optional<Nation> nation) {
        Cell id = row.cell(Column.PARTY_ID);
        Optional<String> name = cells.text(row.cell(Column.PARTY_NAME));
        boolean independent = saysIndependent(row);
        Optional<Standing> identified = identified(id, name);
        if (identified.isPresent()) {
            if (independent) {
                cells.violation("F048", row.cell(Column.STANDING), Map.of("party", id.text()));
            }
            boolean calledSo = name.filter(StandingReader::isIndependent).isPresent();
            boolean contradicted = parties.identity()
                    .compare(ids(identified.get()), id, row.cell(Column.PARTY_NAME), calledSo, day, nation);
            return contradicted && identified.get() instanceof Standing.ForParty stands
                    ? new Standing.ForParty(new PartyReference(stands.party().id(), name, false))
                    : identified.get();
        }
        if (!id.isBlank() && !isIndependent(lastPart(id))) {
            findings.accept(new Finding(
                    "W041", Severity.WARNING, id.place(), Optional.empty(), Optional.of(id.text()), Map.of()));
        }
        boolean identifiedSo = isIndependent(lastPart(id));
        if (independent || name.filter(StandingReader::isIndependent).isPresent() || identifiedSo) {
            parties.identity()
                    .compareIndependent(
                            identifiedSo ? id : row.cell(Column.STANDING), row.cell(Column.PARTY_NAME), day, nation);
            return new Standing.Independent();
        }
        if (name.isPresent()) {
            return parties.standing(row.cell(Column.PARTY_NAME), name.get(), day, nation);
        }
        if (!id.isBlank() && parties.identity().isName(id.text(), day, nation)) {
            return parties.standing(id, id.text(), day, nation);
        }
        boolean describedSo = id.isBlank() && !row.has(Column.STANDING) && isIndependent(row.text(Column.DESCRIPTION));
        return describedSo ? new Standing.Independent() : new Standing.NotStated();
    }

    /** What the column for the standing says, where a format has it. */
    private boolean saysIndependent(TableRow row) {
        Cell standing = row.cell(Column.STANDING);
        boolean independent = isIndependent(standing.text());
        if (!standing.isBlank() && !independent && !STANDINGS.contains(Texts.plain(standing.text()))) {
            cells.violation("F044", standing, Map.of("codes", "party, joint, independent, not-stated"));
        }
        return independent;
    }

    private static Optional<Standing> identified(Cell cell, Optional<String> name) {
        Matcher joint = JOINT.matcher(cell.text());
        if (joint.find()) {
            return Optional.of(new Standing.Joint(Arrays.stream(joint.group(1).split("-"))
                    .map(number -> new PartyReference(Optional.of("PP" + number), Optional.empty()))
                    .toList()));
        }
        Set<String> ids = Stream.concat(
                        PARTY.matcher(cell.text()).results().map(match -> prefix(match.group(1)) + match.group(2)),
                        NUMBERED.matcher(cell.text()).results().map(match -> "PP" + match.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.size() > 1) {
            List<PartyReference> parties = ids.stream()
                    .map(id -> new PartyReference(Optional.of(id), Optional.empty()))
                    .toList();
            return Optional.of(new Standing.Joint(parties));
        }
        return ids.stream().findFirst().map(id -> new Standing.ForParty(new PartyReference(Optional.of(id), name)));
    }

    private static List<String> ids(Standing standing) {
        if (standing instanceof Standing.Joint joint) {
            return joint.parties().stream()
                    .flatMap(party -> party.id().stream())
                    .toList();
        }
        return standing instanceof Standing.ForParty stands
                ? stands.party().id().stream().toList()
                : List.of();
    }

    private static String prefix(String found) {
        return found.equalsIgnoreCase("ppm") ? "PPm" : found.toUpperCase(Locale.ROOT);
    }

    private static String lastPart(Cell cell) {
        return Texts.lastPart(cell.text());
    }

    private static boolean isIndependent(String text) {
        return INDEPENDENT.contains(Texts.plain(text));
    }
}
