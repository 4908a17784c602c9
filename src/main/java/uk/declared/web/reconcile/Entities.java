package uk.declared.web.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.declared.election.Councils;
import uk.declared.election.Distance;
import uk.declared.reference.Names;
import uk.declared.web.search.Entity;
import uk.declared.web.search.Kind;
import uk.declared.web.search.NamedThings;

/** Matches names with the things of the search's index. To be closed after use. */
final class Entities implements AutoCloseable {
    private static final double EXACT = 100;
    private static final double PLAIN = 95;
    private static final double MOST_ALIKE = 90;
    private static final int COMPARED = 100;
    private static final String COUNCIL = "council/";

    private final NamedThings things;

    Entities(NamedThings things) {
        this.things = things;
    }

    Optional<Entity> byId(String id) {
        return things.byId(id);
    }

    /** What a name may mean, the likeliest first. */
    List<Match> match(AskedName asked) {
        String plain = Names.plain(shortened(asked.name()));
        if (plain.isEmpty()) {
            return List.of();
        }
        Set<String> within = asked.council().map(this::places).orElse(Set.of());
        List<Entity> named = Stream.concat(things.named(plain).stream(), councils(asked.name()))
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
        return things.beginning(Names.plain(shortened(prefix)), prefix.strip(), kind, limit);
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
        String given = council.strip();
        Set<String> places = new HashSet<>();
        Stream.concat(
                        Arrays.stream(Kind.values()).flatMap(kind -> byId(kind.path() + "/" + given).stream()),
                        things.named(Names.plain(shortened(council))).stream()
                                .filter(entity -> bears(entity, given) || isCalled(entity, council)))
                .filter(entity -> entity.kind() != Kind.PARTY)
                .forEach(entity -> {
                    places.add(entity.id());
                    if (entity.kind() != Kind.AREA) {
                        places.addAll(entity.within());
                    }
                });
        return places;
    }

    private static boolean isCalled(Entity entity, String name) {
        String plain = Names.plain(shortened(name));
        return entity.names().stream().anyMatch(each -> plain.equals(Names.plain(each)));
    }

    /** Names of which not more than a third of the letters differ. */
    private List<Match> alike(AskedName asked, String plain, Set<String> within, Set<Entity> named) {
        List<Match> matches = new ArrayList<>();
        things.alike(name -> likeness(plain, name)).forEach((entity, likeness) -> {
            if (!named.contains(entity) && fits(entity, asked, within)) {
                matches.add(new Match(entity, likeness, false));
            }
        });
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

    @Override
    public void close() {
        things.close();
    }
}
