package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.declared.election.Nation;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.PartyRegister;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Likeliest;

/**
 * Finds the party that a source only names, among those on the register on the polling day:
 *
 * <ol>
 *   <li>the one that bears the name, exactly or but for what {@link uk.declared.reference.Names#plain} leaves out; where two
 *       do, the one that the table of usual names gives for the nation,
 *   <li>else the one that the shipped table of usual names gives,
 *   <li>else either of these without the words that only say that somebody is a candidate,
 *   <li>else what the shipped table of abbreviations has for it, looked up likewise,
 *   <li>else none: the name is kept, and the likeliest party is suggested and never taken.
 * </ol>
 *
 * Without a register every name stays a name. A reading is said once for each spelling, a doubt at every cell.
 */
public final class PartyFinder {
    /** “Green Party first choice candidate” stands for the Green Party. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?i)\\b(?:official |local |your )?(?:(?:first|second|third|1st|2nd|3rd) choice )?(?:candidates?|councillors?)\\b.*$");

    private static final Pattern ABBREVIATED = Pattern.compile("(.+?)\\s*\\(([A-Za-z]{2,6})\\)");

    private static final Pattern FIRST_WORD = Pattern.compile("(?i)^(?:the|your|local)\\s+(?=\\S)");

    private final PartyRegister register;
    private final PartyIdentity identity;
    private final Consumer<Finding> findings;
    private final Set<String> said = new HashSet<>();

    public PartyFinder(PartyRegister register, Consumer<Finding> findings) {
        this.register = register;
        this.identity = new PartyIdentity(register, findings);
        this.findings = findings;
    }

    /** What compares identifiers with what stands beside them. */
    PartyIdentity identity() {
        return identity;
    }

    /** For whom a candidate stands whose party is named in this cell. */
    public Standing standing(Cell cell, String name, LocalDate day, Optional<Nation> nation) {
        Standing.ForParty named = new Standing.ForParty(new PartyReference(Optional.empty(), Optional.of(name)));
        if (!register.isLoaded()) {
            return named;
        }
        List<PartyRecord> alike = register.named(name, day);
        List<String> ids = ids(name, alike, day, nation);
        if (ids.isEmpty()) {
            report(cell, name, alike, day);
            return named;
        }
        boolean exact = ids.size() == 1
                && register.party(ids.get(0))
                        .filter(party -> isCalled(party, name))
                        .isPresent();
        if (!exact && said.add(name)) {
            String read = ids.stream()
                    .map(id -> register.party(id).map(PartyRecord::name).orElse(id))
                    .collect(Collectors.joining(" + "));
            tell("I061", Severity.INTERPRETATION, cell, Map.of("read", read, "ids", String.join(", ", ids)));
        }
        return ids.size() == 1
                ? new Standing.ForParty(new PartyReference(Optional.of(ids.get(0)), Optional.of(name)))
                : new Standing.Joint(ids.stream()
                        .map(id -> new PartyReference(Optional.of(id), Optional.empty()))
                        .toList());
    }

    private List<String> ids(String name, List<PartyRecord> alike, LocalDate day, Optional<Nation> nation) {
        List<String> found = found(name, alike, day, nation);
        if (!found.isEmpty() || alike.size() > 1) {
            return found;
        }
        String shorter = CANDIDATE.matcher(name).replaceFirst("").strip();
        List<String> byShorter =
                shorter.isEmpty() ? List.of() : found(shorter, register.named(shorter, day), day, nation);
        String bare = FIRST_WORD.matcher(withoutAbbreviation(shorter)).replaceFirst("");
        List<String> byBare = byShorter.isEmpty() && !bare.isEmpty()
                ? found(bare, register.named(bare, day), day, nation)
                : byShorter;
        return byBare.isEmpty() ? byAbbreviation(name, day, nation) : byBare;
    }

    private List<String> byAbbreviation(String name, LocalDate day, Optional<Nation> nation) {
        return UsualAbbreviations.shipped().names(name, nation).stream()
                .map(whole -> found(whole, register.named(whole, day), day, nation))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** “Scottish National Party (SNP)” says the same name twice; “Liberal Democrats (Wales)” does not. */
    private static String withoutAbbreviation(String name) {
        Matcher matcher = ABBREVIATED.matcher(name);
        if (!matcher.matches()) {
            return name;
        }
        String letters = matcher.group(2).toLowerCase(Locale.ROOT);
        String words = matcher.group(1).toLowerCase(Locale.ROOT);
        int at = 0;
        for (int i = 0; i < words.length() && at < letters.length(); i++) {
            if (words.charAt(i) == letters.charAt(at)) {
                at++;
            }
        }
        return at == letters.length() ? matcher.group(1) : name;
    }

    private List<String> found(String name, List<PartyRecord> alike, LocalDate day, Optional<Nation> nation) {
        List<String> scottish = UsualPartyNames.shipped().scottish(name, nation);
        if (scottish.stream()
                .anyMatch(id -> register.party(id)
                        .filter(party -> party.registeredOn(day))
                        .isPresent())) {
            return scottish;
        }
        List<String> usual = UsualPartyNames.shipped().ids(name, nation);
        if (alike.size() == 1) {
            // A party of the nation's own that usually bears the name comes before one whose name is only like it.
            boolean other = !isCalled(alike.get(0), name)
                    && usual.stream()
                            .anyMatch(id -> register.party(id)
                                    .filter(party -> party.registeredOn(day))
                                    .isPresent());
            return other ? usual : List.of(alike.get(0).id());
        }
        boolean fits = alike.isEmpty()
                ? usual.stream()
                        .anyMatch(id -> register.party(id)
                                .filter(party -> party.registeredOn(day))
                                .isPresent())
                : alike.stream().map(PartyRecord::id).anyMatch(usual::contains);
        return fits ? usual : List.of();
    }

    private static boolean isCalled(PartyRecord party, String name) {
        return party.name().equals(name)
                || party.otherNames().contains(name)
                || party.descriptions().contains(name);
    }

    private void report(Cell cell, String name, List<PartyRecord> alike, LocalDate day) {
        if (alike.size() > 1) {
            String ids = alike.stream().map(PartyRecord::id).collect(Collectors.joining(", "));
            tell("W064", Severity.WARNING, cell, Map.of("ids", ids));
            return;
        }
        List<PartyRecord> registered =
                register.all().stream().filter(party -> party.registeredOn(day)).toList();
        Likeliest.of(name, registered, PartyRecord::name)
                .ifPresentOrElse(
                        likely -> tell(
                                "W065", Severity.WARNING, cell, Map.of("suggestion", likely.name(), "id", likely.id())),
                        () -> tell("W066", Severity.WARNING, cell, Map.of()));
    }

    private void tell(String rule, Severity severity, Cell cell, Map<String, String> details) {
        findings.accept(
                new Finding(rule, severity, cell.place(), Optional.empty(), Optional.of(cell.given()), details));
    }
}
