package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/**
 * The geography of the releases in a store, held in memory: about a kilobyte an area. Immutable. A kind of area is covered
 * where a history or a register has it: a lookup or a small table may be of one council.
 */
public final class StoredGeography implements Geography {
    private final Map<GssCode, AreaRecord> areas;
    private final Set<String> entities;

    /** Which areas lie directly in an area, on some day. */
    private final Map<GssCode, List<AreaRecord>> children;

    /** Electoral areas by each of their names, as they are and plain. */
    private final Map<String, List<AreaRecord>> byName;

    private final Map<String, List<AreaRecord>> byPlainName;

    private StoredGeography(List<AreaRecord> loaded, Set<String> covered) {
        Map<GssCode, AreaRecord> all = new HashMap<>();
        Map<GssCode, List<AreaRecord>> below = new HashMap<>();
        Map<String, List<AreaRecord>> names = new HashMap<>();
        Map<String, List<AreaRecord>> plainNames = new HashMap<>();
        for (AreaRecord area : loaded) {
            all.put(area.code(), area);
            area.parents().stream().map(AreaRecord.Parent::code).distinct().forEach(parent -> add(below, parent, area));
            if (EntityCodes.isOfCouncils(area.code().entity())) {
                area.names().forEach(name -> add(names, name, area));
                area.names().map(Names::plain).distinct().forEach(name -> add(plainNames, name, area));
            }
        }
        this.areas = Collections.unmodifiableMap(all);
        this.entities = Set.copyOf(covered);
        this.children = Collections.unmodifiableMap(below);
        this.byName = Collections.unmodifiableMap(names);
        this.byPlainName = Collections.unmodifiableMap(plainNames);
    }

    /**
     * Reads releases from a store.
     *
     * @param graphs the names of their graphs
     */
    public static Geography load(Store store, Uris uris, Collection<String> graphs) {
        if (graphs.isEmpty()) {
            return NONE;
        }
        GeographyLoader loader = new GeographyLoader(uris.things("area"));
        for (String graph : graphs) {
            loader.begin(graph);
            StoredStatements.read(store, "areas.rq", graph, loader::accept);
            loader.end();
        }
        return new StoredGeography(loader.areas(), loader.covered());
    }

    @Override
    public boolean isLoaded() {
        return !entities.isEmpty();
    }

    @Override
    public boolean covers(String entity) {
        return entities.contains(entity);
    }

    @Override
    public Optional<AreaRecord> area(GssCode code) {
        return Optional.ofNullable(areas.get(code));
    }

    @Override
    public List<AreaRecord> electoralAreas(String name, GssCode within, LocalDate day) {
        String wanted = name.strip();
        List<AreaRecord> exact = byName.getOrDefault(wanted, List.of()).stream()
                .filter(area -> lay(area, within, day))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        String plain = Names.plain(wanted);
        return byPlainName.getOrDefault(plain, List.of()).stream()
                .filter(area -> lay(area, within, day))
                .toList();
    }

    @Override
    public List<AreaRecord> electoralAreas(GssCode within, LocalDate day) {
        Map<GssCode, AreaRecord> found = new LinkedHashMap<>();
        collect(within, day, new HashSet<>(), found);
        return List.copyOf(found.values());
    }

    /** Goes down from an area through everything that lay in it on the day. */
    private void collect(GssCode within, LocalDate day, Set<GssCode> visited, Map<GssCode, AreaRecord> found) {
        if (!visited.add(within)) {
            return;
        }
        for (AreaRecord child : children.getOrDefault(within, List.of())) {
            if (isDirectlyIn(child, within, day)) {
                if (EntityCodes.isOfCouncils(child.code().entity()) && child.liveOn(day)) {
                    found.put(child.code(), child);
                }
                collect(child.code(), day, visited, found);
            }
        }
    }

    /** Whether an area was in force on a day and lay, then, in another, at any level above. */
    private boolean lay(AreaRecord area, GssCode within, LocalDate day) {
        if (!area.liveOn(day)) {
            return false;
        }
        Set<GssCode> seen = new LinkedHashSet<>();
        List<AreaRecord> level = new ArrayList<>(List.of(area));
        while (!level.isEmpty()) {
            List<AreaRecord> above = new ArrayList<>();
            for (AreaRecord each : level) {
                for (AreaRecord.Parent parent : each.parents()) {
                    if (parent.on(day) && seen.add(parent.code())) {
                        area(parent.code()).ifPresent(above::add);
                    }
                }
            }
            level = above;
        }
        return seen.contains(within);
    }

    private static boolean isDirectlyIn(AreaRecord child, GssCode parent, LocalDate day) {
        return child.parents().stream().anyMatch(each -> each.code().equals(parent) && each.on(day));
    }

    private static <K> void add(Map<K, List<AreaRecord>> index, K key, AreaRecord area) {
        index.computeIfAbsent(key, missing -> new ArrayList<>(1)).add(area);
    }
}
