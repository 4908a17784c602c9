package uk.declared.web.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.declared.election.Councils;
import uk.declared.election.Distance;
import uk.declared.reference.Names;

/** The things that names are matched with, of one state of the store. Immutable. */
final class Entities {
    private static final double EXACT = 100;
    private static final double PLAIN = 95;
    private static final double MOST_ALIKE = 90;
    private static final int COMPARED = 100;
    private static final String COUNCIL = "council/";

    private final List<Entity> all;
    private final Map<String, List<Entity>> byPlainName = new HashMap<>();
    private final Map<String, Entity> byId = new HashMap<>();

    Entities(List<Entity> all) {
        this.all = List.copyOf(all);
        for (Entity entity : all) {
            byId.put(entity.id(), entity);
            Set<String> names = new HashSet<>();
            entity.names().forEach(name -> names.add(Names.plain(name)));
            entity.code().ifPresent(code -> names.add(Names.plain(code)));
            names.forEach(name -> byPlainName
                    .computeIfAbsent(name, missing -> new ArrayList<>())
                    .add(entity));
        }
    }

    List<Entity> all() {
        return all;
    }

    Optional<Entity> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What a name may mean, the likeliest first. */
    List<Match> match(AskedName asked) {
        String plain = Names.plain(shortened(asked.name()));
        if (plain.isEmpty()) {
            return List.of();
        }
        Set<String> within = asked.council().map(this::places).orElse(Set.of());
        List<Entity> named = Stream.concat(byPlainName.getOrDefault(plain, List.of()).stream(), councils(asked.name()))
                .distinct()
                .filter(entity -> fits(entity, asked, within))
                .toList();
        List<Entity> exact = named.stream()
                .filter(entity -> bears(entity, asked.name().strip()))
                .toList();
        List<Match> matches = new ArrayList<>();
        for (Entity entity : named) {
            boolean isExact = exact.contains(entity);
            matches.add(new Match(entity, isExact ? EXACT : PLAIN, named.size() == 1));
        }
        if (matches.size() < asked.limit()) {
            alike(asked, plain, within, new HashSet<>(named)).forEach(matches::add);
        }
        return matches.stream()
                .sorted(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(match -> match.entity().until().isPresent())
                        .thenComparing(match -> match.entity().id()))
                .limit(asked.limit())
                .toList();
    }

    /** The councils that a usual name means, such as “Trafford Council”, as far as the store has them. */
    private Stream<Entity> councils(String name) {
        return Councils.shipped().named(shortened(name)).stream()
                .flatMap(council -> byId(COUNCIL + council.slug()).stream());
    }

    /** What begins as somebody types. */
    List<Entity> beginning(String prefix, Optional<Kind> kind, int limit) {
        String plain = Names.plain(shortened(prefix));
        return all.stream()
                .filter(entity -> kind.filter(wanted -> wanted != entity.kind()).isEmpty())
                .filter(entity -> entity.names().stream()
                                .anyMatch(name -> Names.plain(name).startsWith(plain))
                        || entity.code()
                                .filter(code -> code.toLowerCase(Locale.ROOT)
                                        .startsWith(prefix.strip().toLowerCase(Locale.ROOT)))
                                .isPresent())
                .sorted(Comparator.comparing(Entity::name)
                        .thenComparing(entity -> entity.until().isPresent())
                        .thenComparing(Entity::id))
                .limit(limit)
                .toList();
    }

    private static boolean bears(Entity entity, String name) {
        return entity.names().contains(name)
                || entity.code().filter(code -> code.equalsIgnoreCase(name)).isPresent();
    }

    private boolean fits(Entity entity, AskedName asked, Set<String> within) {
        return asked.kind().filter(kind -> kind != entity.kind()).isEmpty()
                && asked.day().filter(day -> !entity.on(day)).isEmpty()
                && (asked.council().isEmpty()
                        || entity.kind() != Kind.AREA
                        || entity.within().stream().anyMatch(within::contains));
    }

    /** The council that is named, however, and the area that it governs. */
    private Set<String> places(String council) {
        Set<String> places = new HashSet<>();
        String plain = Names.plain(shortened(council));
        for (Entity entity : all) {
            boolean meant = entity.kind() != Kind.PARTY
                    && (entity.id().endsWith("/" + council.strip())
                            || bears(entity, council.strip())
                            || entity.names().stream().anyMatch(name -> plain.equals(Names.plain(name))));
            if (meant) {
                places.add(entity.id());
                if (entity.kind() != Kind.AREA) {
                    places.addAll(entity.within());
                }
            }
        }
        return places;
    }

    /** Names of which not more than a third of the letters differ. */
    private List<Match> alike(AskedName asked, String plain, Set<String> within, Set<Entity> named) {
        List<Match> matches = new ArrayList<>();
        for (Entity entity : all) {
            if (!named.contains(entity) && fits(entity, asked, within)) {
                double best = entity.names().stream()
                        .mapToDouble(name -> likeness(plain, Names.plain(shortened(name))))
                        .max()
                        .orElse(0);
                if (best > 0) {
                    matches.add(new Match(entity, best, false));
                }
            }
        }
        return matches;
    }

    private static double likeness(String wanted, String name) {
        int longer = Math.max(wanted.length(), name.length());
        if (Math.abs(wanted.length() - name.length()) * 3 > longer) {
            return 0;
        }
        int distance = Distance.between(wanted, name);
        return distance * 3 > longer ? 0 : Math.round(MOST_ALIKE * (longer - distance) * 10.0 / longer) / 10.0;
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(COMPARED, name.length()));
    }
}
