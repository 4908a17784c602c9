package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.declared.election.Area;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.GssCode;
import uk.declared.election.Office;
import uk.declared.election.OfficeAreas;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Likeliest;

/**
 * Finds the code of an electoral area that a source only names, among those of the council on the polling day that are of a
 * kind that its members are elected for:
 *
 * <ol>
 *   <li>the area of exactly this name,
 *   <li>else the one whose name differs only in what {@link uk.declared.reference.Names#plain} leaves out, which is said,
 *   <li>else none: the likeliest is suggested and never taken.
 * </ol>
 *
 * Where no geography is loaded, areas stay without a code; a rule says so.
 */
final class AreaFinder {
    private final Geography geography;
    private final Consumer<Finding> findings;

    AreaFinder(Geography geography, Consumer<Finding> findings) {
        this.geography = geography;
        this.findings = findings;
    }

    /**
     * The area with its code, where it is found.
     *
     * @param name the cell that names it, which findings point at
     */
    Area withCode(Area area, ElectedBody body, LocalDate day, Cell name) {
        if (area.code().isPresent()
                || body.kind() != ElectedBody.Kind.COUNCIL
                || body.area().isEmpty()) {
            return area;
        }
        Optional<Council> listed = Councils.shipped().bySlug(body.slug(), day);
        GssCode council = placeWithAreas(body.area().get(), listed, day);
        Set<String> kinds = OfficeAreas.shipped().entities(Office.COUNCILLOR.notation(), listed.map(Council::type));
        List<AreaRecord> all = ofKind(kinds, geography.electoralAreas(council, day));
        if (all.isEmpty()) {
            if (geography.isLoaded()) {
                warn("W062", name, Map.of("council", body.name(), "date", day.toString()));
            }
            return area;
        }
        List<AreaRecord> named = ofKind(kinds, geography.electoralAreas(area.name(), council, day));
        List<AreaRecord> found = nearest(named, area.name(), council, day);
        if (found.size() != 1) {
            report(found, all, body, day, name);
            return area;
        }
        AreaRecord one = found.get(0);
        if (!isExact(one, area.name())) {
            findings.accept(new Finding(
                    "I060",
                    Severity.INTERPRETATION,
                    name.place(),
                    Optional.empty(),
                    Optional.of(name.given()),
                    Map.of("read", one.name(), "code", one.code().value())));
        }
        return new Area(Optional.of(one.code()), area.name());
    }

    /** Sources of geography may know a council's areas under another of the codes that its area had. */
    private GssCode placeWithAreas(GssCode own, Optional<Council> council, LocalDate day) {
        return council.map(each -> each.codesAround(day)).orElse(List.of()).stream()
                .filter(code -> !geography.electoralAreas(code, day).isEmpty())
                .findFirst()
                .orElse(own);
    }

    /** A district's wards lie in its county, whose members are not elected for them. */
    private static List<AreaRecord> ofKind(Set<String> kinds, List<AreaRecord> areas) {
        return areas.stream()
                .filter(area -> kinds.contains(area.code().entity()))
                .toList();
    }

    /** Exact names before others, and the council's own areas before those of a district within it. */
    private static List<AreaRecord> nearest(List<AreaRecord> found, String name, GssCode council, LocalDate day) {
        List<AreaRecord> exact =
                found.stream().filter(one -> isExact(one, name)).toList();
        List<AreaRecord> named = exact.isEmpty() ? found : exact;
        List<AreaRecord> own = named.stream()
                .filter(one ->
                        one.parents().stream().anyMatch(parent -> parent.code().equals(council) && parent.on(day)))
                .toList();
        return own.isEmpty() ? named : own;
    }

    private static boolean isExact(AreaRecord area, String name) {
        return area.name().equals(name) || area.welshName().equals(Optional.of(name));
    }

    private void report(List<AreaRecord> found, List<AreaRecord> all, ElectedBody body, LocalDate day, Cell name) {
        if (!found.isEmpty()) {
            String codes = found.stream().map(one -> one.code().value()).collect(Collectors.joining(", "));
            warn("W061", name, Map.of("codes", codes));
            return;
        }
        Map<String, String> where = Map.of("council", body.name(), "date", day.toString());
        Likeliest.of(name.text(), all, AreaRecord::name)
                .ifPresentOrElse(
                        likely -> warn(
                                "W060",
                                name,
                                Map.of(
                                        "council",
                                        body.name(),
                                        "date",
                                        day.toString(),
                                        "suggestion",
                                        likely.name(),
                                        "code",
                                        likely.code().value())),
                        () -> warn("W063", name, where));
    }

    private void warn(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.given()), details));
    }
}
