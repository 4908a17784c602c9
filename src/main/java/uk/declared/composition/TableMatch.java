package uk.declared.composition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Entry;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * Finds which memberships of a ward a table of sitting councillors speaks of: those that may be held at the time, in that
 * ward, by somebody of that name. So one membership is not told twice; it says nothing of who a person is, and it is never
 * looked for in another ward or at another time. A row that fits none begins a membership of its own.
 */
final class TableMatch {
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{M}'\u2019]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final Map<String, List<String>> wordsOf = new HashMap<>();
    private final Node council;
    private final Ward ward;
    private final List<Entry> entries;

    TableMatch(Node council, Ward ward, List<Entry> entries) {
        this.council = council;
        this.ward = ward;
        this.entries = entries;
    }

    /** The ward's seats as the table has them; those that it does not mention are not known. */
    List<Seat> seats() {
        int size = Math.max(ward.worlds().size(), entries.size());
        List<Seat> seats = new ArrayList<>(Collections.nCopies(size, Seat.NOT_KNOWN));
        Set<Integer> taken = new HashSet<>();
        Set<Occupant.Holder> matched = new HashSet<>();
        List<Entry> rest = new ArrayList<>();
        boolean allOfKnownTerm = true;
        for (Entry entry : entries) {
            Optional<Occupant.Holder> known = known(entry).filter(holder -> !matched.contains(holder));
            OptionalInt number = known.map(holder -> numberOf(holder, taken)).orElse(OptionalInt.empty());
            if (known.isEmpty() || number.isEmpty()) {
                rest.add(entry);
                continue;
            }
            matched.add(known.get());
            taken.add(number.getAsInt());
            Seat before = ward.worlds().first().size() > number.getAsInt() ? before(known.get()) : Seat.NOT_KNOWN;
            seats.set(number.getAsInt(), seat(entry, with(known.get(), entry), before));
        }
        int next = 0;
        for (Entry entry : rest) {
            while (taken.contains(next)) {
                next++;
            }
            taken.add(next);
            seats.set(next, seat(entry, occupant(entry), Seat.NOT_KNOWN));
            allOfKnownTerm &= entry.nextElection().isPresent();
        }
        return allOfKnownTerm ? seats : withoutOrder(seats);
    }

    /** Where nothing is known of one seat's term, nothing is known of which comes before which. */
    private static List<Seat> withoutOrder(List<Seat> seats) {
        return seats.stream()
                .map(seat -> new Seat(seat.occupant(), Optional.empty(), OptionalInt.empty(), seat.due()))
                .toList();
    }

    private static Seat seat(Entry entry, Occupant occupant, Seat before) {
        return new Seat(
                occupant,
                before.elected(),
                before.votes(),
                entry.nextElection().isPresent() ? entry.nextElection() : before.due());
    }

    /** The seat that a holder has in the first of the ways in which they have one. */
    private Seat before(Occupant.Holder holder) {
        return ward.worlds().all().stream()
                .flatMap(List::stream)
                .filter(seat -> seat.occupant().equals(holder))
                .findFirst()
                .orElse(Seat.NOT_KNOWN);
    }

    private OptionalInt numberOf(Occupant.Holder holder, Set<Integer> taken) {
        return ward.worlds().all().stream()
                .map(world -> world.indexOf(world.stream()
                        .filter(seat -> seat.occupant().equals(holder))
                        .findFirst()
                        .orElse(Seat.NOT_KNOWN)))
                .filter(number -> number >= 0 && !taken.contains(number))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private Optional<Occupant.Holder> known(Entry entry) {
        if (entry.member().isEmpty()) {
            return Optional.empty();
        }
        List<String> name = words(entry.member().get());
        List<Occupant.Holder> alike = ward.worlds().possible().stream()
                .filter(holder -> isAlike(words(holder.name()), name))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The same words in any order, or the same first and last ones. */
    private static boolean isAlike(List<String> one, List<String> other) {
        boolean sameWords =
                one.stream().sorted().toList().equals(other.stream().sorted().toList());
        boolean sameEnds = one.size() > 1
                && other.size() > 1
                && one.get(0).equals(other.get(0))
                && one.get(one.size() - 1).equals(other.get(other.size() - 1));
        return sameWords || sameEnds;
    }

    private List<String> words(String name) {
        return wordsOf.computeIfAbsent(name, TableMatch::split);
    }

    private static List<String> split(String name) {
        String plain = LEFT_OUT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_LETTERS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    private Occupant.Holder with(Occupant.Holder known, Entry entry) {
        return new Occupant.Holder(
                known.membership(),
                known.name(),
                entry.affiliation().orElse(known.affiliation()),
                known.candidacy(),
                known.person());
    }

    private Occupant occupant(Entry entry) {
        return entry.member()
                .<Occupant>map(name -> new Occupant.Holder(
                        Uris.partOf(council, "membership/" + entry.day() + "/" + entry.number()),
                        name,
                        entry.affiliation().orElse(Vocabulary.code("standing", "not-stated")),
                        Optional.empty(),
                        Optional.empty()))
                .orElse(Occupant.VACANT);
    }
}
