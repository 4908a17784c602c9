package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.Nation;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.PartyRegister;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;

/**
 * Compares a party's identifier, which counts, with what stands beside it:
 *
 * <ol>
 *   <li>a name that is another party's, or says that the candidate is independent, contradicts it; one that nobody bears is
 *       a local description, and nothing is said; nor may a party's name stand beside what says independent,
 *   <li>the party must be on the register of the nation: there is one for Great Britain and one for Northern Ireland.
 * </ol>
 *
 * Both are warnings; without a register neither is looked at.
 */
final class PartyIdentity {
    private static final String GREAT_BRITAIN = "great-britain";
    private static final String NORTHERN_IRELAND = "northern-ireland";

    private final PartyRegister register;
    private final Consumer<Finding> findings;

    PartyIdentity(PartyRegister register, Consumer<Finding> findings) {
        this.register = register;
        this.findings = findings;
    }

    /**
     * @param ids the identifiers that the source gives, several for parties that stand together
     * @param id the cell that they stand in
     * @param name the cell that names the party
     * @param independent whether the name says that the candidate is of no party
     * @return whether the name contradicts the identifiers
     */
    boolean compare(List<String> ids, Cell id, Cell name, boolean independent, LocalDate day, Optional<Nation> nation) {
        if (!register.isLoaded()) {
            return false;
        }
        boolean contradicts = !name.isBlank() && contradicts(ids, name, independent, day, nation);
        if (contradicts) {
            tell("W042", name, Map.of("ids", String.join(", ", ids), "party", names(ids)));
        }
        nation.ifPresent(in -> compareRegister(ids, id, in, day));
        return contradicts;
    }

    /**
     * A candidate whom the source calls independent, and beside whom a party's name stands.
     *
     * @param said the cell that says independent, which counts
     * @param name the cell that names a party, if any
     */
    void compareIndependent(Cell said, Cell name, LocalDate day, Optional<Nation> nation) {
        if (!name.isBlank() && isName(name.text(), day, nation)) {
            tell("W042", name, Map.of("ids", said.text(), "party", "Independent"));
        }
    }

    /** Whether a party bears this name on the day. */
    boolean isName(String text, LocalDate day, Optional<Nation> nation) {
        return register.isLoaded() && !others(text, day, nation).isEmpty();
    }

    private boolean contradicts(
            List<String> ids, Cell name, boolean independent, LocalDate day, Optional<Nation> nation) {
        Set<String> others = independent ? Set.of() : others(name.text(), day, nation);
        boolean own = !independent
                && (records(ids).anyMatch(party -> party.isCalled(name.text()))
                        || UsualPartyNames.shipped().everywhere(name.text()).stream()
                                .anyMatch(ids::contains));
        return !own && (independent || !others.isEmpty());
    }

    /** The parties that bear a name on the day, in the register or by usage. */
    private Set<String> others(String name, LocalDate day, Optional<Nation> nation) {
        return Stream.of(
                        register.named(name, day).stream().map(PartyRecord::id),
                        UsualPartyNames.shipped().ids(name, nation).stream(),
                        UsualPartyNames.shipped().scottish(name, nation).stream())
                .flatMap(found -> found)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void compareRegister(List<String> ids, Cell id, Nation nation, LocalDate day) {
        String wanted = nation == Nation.NORTHERN_IRELAND ? NORTHERN_IRELAND : GREAT_BRITAIN;
        records(ids)
                .filter(party -> {
                    Set<String> on = party.registersOn(day);
                    return !on.isEmpty() && !on.contains(wanted);
                })
                .forEach(party -> tell("W043", id, Map.of("ids", party.id(), "party", party.name())));
    }

    private Stream<PartyRecord> records(List<String> ids) {
        return ids.stream().flatMap(id -> register.party(id).stream());
    }

    private String names(List<String> ids) {
        return ids.stream()
                .map(id -> register.party(id).map(PartyRecord::name).orElse(id))
                .collect(Collectors.joining(" + "));
    }

    private void tell(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.given()), details));
    }
}
