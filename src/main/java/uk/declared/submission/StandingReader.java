package uk.declared.submission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** Reads for whom a candidate stands: the party's identifier and name as given. */
final class StandingReader {
    private static final Pattern PARTY = Pattern.compile("(?i)(ppm?|rpp)\\s*(\\d{1,6})");
    private static final Pattern JOINT = Pattern.compile("(?i)joint-party[:-](\\d+(?:-\\d+)+)");

    /** What independents are called, in English and Welsh; Democracy Club's identifier for them. */
    private static final Set<String> INDEPENDENT =
            Set.of("independent", "annibynnol", "ind", "noparty", "ynmpparty2", "independentannibynnol");

    private final CellReader cells;
    private final Consumer<Finding> findings;

    StandingReader(CellReader cells, Consumer<Finding> findings) {
        this.cells = cells;
        this.findings = findings;
    }

    Standing read(TableRow row) {
        Optional<String> name = cells.text(row.cell(Column.PARTY_NAME));
        String id = CellReader.lastPart(row.text(Column.PARTY_ID));
        if (!id.isEmpty() && !isIndependent(id)) {
            return party(row.cell(Column.PARTY_ID), id, name);
        }
        String standing = TableFormat.plain(row.text(Column.STANDING));
        if (isIndependent(id)
                || isIndependent(standing)
                || name.filter(StandingReader::isIndependent).isPresent()) {
            return new Standing.Independent();
        }
        if (name.isPresent()) {
            return new Standing.ForParty(new PartyReference(Optional.empty(), name));
        }
        boolean describedSo = cells.text(row.cell(Column.DESCRIPTION))
                .filter(StandingReader::isIndependent)
                .isPresent();
        return describedSo ? new Standing.Independent() : new Standing.NotStated();
    }

    private Standing party(Cell cell, String id, Optional<String> name) {
        Matcher joint = JOINT.matcher(id);
        if (joint.matches()) {
            List<PartyReference> parties = Arrays.stream(joint.group(1).split("-"))
                    .map(number -> new PartyReference(Optional.of("PP" + number), Optional.empty()))
                    .toList();
            return new Standing.Joint(parties);
        }
        Matcher party = PARTY.matcher(id);
        if (party.matches()) {
            String prefix = party.group(1).equalsIgnoreCase("ppm")
                    ? "PPm"
                    : party.group(1).toUpperCase(Locale.ROOT);
            return new Standing.ForParty(new PartyReference(Optional.of(prefix + party.group(2)), name));
        }
        findings.accept(new Finding(
                "W041", Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.text()), Map.of()));
        return name.isPresent()
                ? new Standing.ForParty(new PartyReference(Optional.empty(), name))
                : new Standing.NotStated();
    }

    private static boolean isIndependent(String text) {
        return INDEPENDENT.contains(TableFormat.plain(text));
    }
}
