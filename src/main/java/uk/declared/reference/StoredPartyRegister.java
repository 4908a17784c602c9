package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** The register of the releases in a store, held in memory. Immutable. */
public final class StoredPartyRegister implements PartyRegister {
    private final Map<String, PartyRecord> parties;
    private final Map<String, Set<PartyRecord>> byName;
    private final Map<String, Set<PartyRecord>> byPlainName;

    private StoredPartyRegister(Collection<PartyRecord> all) {
        Map<String, PartyRecord> byId = new LinkedHashMap<>();
        all.forEach(party -> byId.put(party.id(), party));
        this.parties = Collections.unmodifiableMap(byId);
        this.byName = index(all, name -> name);
        this.byPlainName = index(all, Names::plain);
    }

    /**
     * Reads releases from a store.
     *
     * @param graphs the names of their graphs
     */
    public static PartyRegister load(Store store, Uris uris, Collection<String> graphs) {
        if (graphs.isEmpty()) {
            return NONE;
        }
        Loader loader = new Loader(uris.things("party"));
        graphs.forEach(graph -> StoredStatements.read(store, "parties.rq", graph, loader::accept));
        return new StoredPartyRegister(
                loader.drafts.values().stream().map(Draft::party).toList());
    }

    @Override
    public boolean isLoaded() {
        return !parties.isEmpty();
    }

    @Override
    public Optional<PartyRecord> party(String id) {
        return Optional.ofNullable(parties.get(id));
    }

    @Override
    public List<PartyRecord> named(String name, LocalDate day) {
        List<PartyRecord> exact = on(day, byName.getOrDefault(name.strip(), Set.of()));
        return exact.isEmpty() ? on(day, byPlainName.getOrDefault(Names.plain(name), Set.of())) : exact;
    }

    @Override
    public Collection<PartyRecord> all() {
        return parties.values();
    }

    private static List<PartyRecord> on(LocalDate day, Set<PartyRecord> found) {
        return found.stream().filter(party -> party.registeredOn(day)).toList();
    }

    private static Map<String, Set<PartyRecord>> index(Collection<PartyRecord> all, UnaryOperator<String> form) {
        Map<String, Set<PartyRecord>> index = new HashMap<>();
        for (PartyRecord party : all) {
            Stream.of(Stream.of(party.name()), party.otherNames().stream(), party.descriptions().stream())
                    .flatMap(names -> names)
                    .map(form)
                    .forEach(name -> index.computeIfAbsent(name, missing -> new LinkedHashSet<>(1))
                            .add(party));
        }
        return index;
    }

    /** Puts parties together from the statements of releases. */
    private static final class Loader {
        private final String prefix;
        private final Map<String, Draft> drafts = new TreeMap<>();

        private Loader(String prefix) {
            this.prefix = prefix;
        }

        private void accept(String subject, String property, Node value) {
            if (!subject.startsWith(prefix)) {
                return;
            }
            String path = subject.substring(prefix.length());
            int end = path.indexOf('/');
            String id = end < 0 ? path : path.substring(0, end);
            drafts.computeIfAbsent(id, Draft::new).accept(path, property, value);
        }
    }

    /** A party on its way. */
    private static final class Draft {
        private final String id;
        private final List<String> names = new ArrayList<>();
        private final SortedSet<String> otherNames = new TreeSet<>();
        private final List<String> descriptions = new ArrayList<>();
        private final Map<String, Optional<LocalDate>> from = new HashMap<>();
        private final Map<String, Optional<LocalDate>> until = new HashMap<>();
        private final Map<String, String> registers = new HashMap<>();

        private Draft(String id) {
            this.id = id;
        }

        private void accept(String path, String property, Node value) {
            String text = value.isLiteral() ? value.getLiteralLexicalForm() : "";
            if (property.equals("label") && !path.equals(id)) {
                addRegisteredName(path, text);
                return;
            }
            switch (property) {
                case "label" -> {
                    if (value.getLiteralLanguage().equals("cy")) {
                        otherNames.add(text);
                    } else {
                        names.add(text);
                    }
                }
                case "altLabel" -> otherNames.add(text);
                case "registeredDescription" -> descriptions.add(text);
                case "register" -> {
                    from.putIfAbsent(path, Optional.empty());
                    registers.put(path, Uris.lastPart(value.getURI()));
                }
                case "registeredFrom" -> from.put(path, Optional.of(LocalDate.parse(text)));
                case "registeredUntil" -> until.put(path, Optional.of(LocalDate.parse(text)));
                default -> from.putIfAbsent(path, Optional.empty());
            }
        }

        /** A registration is called by the name under which the party was on the register. */
        private void addRegisteredName(String path, String name) {
            from.putIfAbsent(path, Optional.empty());
            otherNames.add(name);
        }

        /** On a register from the first of its days to the last, whichever register it was. */
        private PartyRecord party() {
            from.remove(id);
            Optional<LocalDate> first =
                    from.values().stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
            boolean still = from.isEmpty() || from.keySet().stream().anyMatch(path -> !until.containsKey(path));
            Optional<LocalDate> last = still
                    ? Optional.empty()
                    : until.values().stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
            Collections.sort(descriptions);
            String name = names.stream().findFirst().orElse(id);
            otherNames.removeAll(Set.copyOf(names));
            List<PartyRecord.Registration> registrations = from.entrySet().stream()
                    .map(each -> new PartyRecord.Registration(
                            Optional.ofNullable(registers.get(each.getKey())),
                            each.getValue(),
                            until.getOrDefault(each.getKey(), Optional.empty())))
                    .toList();
            return new PartyRecord(id, name, List.copyOf(otherNames), first, last, descriptions, registrations);
        }
    }
}
