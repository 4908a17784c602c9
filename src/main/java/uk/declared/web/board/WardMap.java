package uk.declared.web.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;
import uk.declared.linkeddata.Uris;
import uk.declared.night.CouncilNight;
import uk.declared.night.Poll;
import uk.declared.web.map.MapView;
import uk.declared.web.map.MappedArea;
import uk.declared.web.map.PartyColours;
import uk.declared.web.map.WardHexagons;

/**
 * The wards of a council by who won them: by their boundaries where those are loaded, else as hexagons. What is awaited is
 * white; letters say what a colour says.
 */
final class WardMap {
    private static final String AWAITED = "#ffffff";

    private WardMap() {}

    /** @param shapes boundaries by area, as far as they are loaded */
    static Optional<MapView> of(CouncilNight council, Map<Node, Geometry> shapes, BoardWords words, Uris uris) {
        List<Poll> polls = council.contests();
        return polls.isEmpty()
                ? Optional.empty()
                : Optional.of(MapView.of(polls.stream()
                        .map(poll -> new MappedArea(
                                poll.areaName(),
                                Uris.CONTESTS + poll.contest(),
                                text(poll, council, words),
                                colour(poll),
                                letters(poll, words),
                                Optional.ofNullable(shapes.get(area(poll, uris))),
                                WardHexagons.shipped().of(poll.area()),
                                Map.of()))
                        .toList()));
    }

    static Node area(Poll poll, Uris uris) {
        return uris.thing(Uris.AREA + poll.area());
    }

    private static String text(Poll poll, CouncilNight council, BoardWords words) {
        return Optional.ofNullable(council.turns().get(poll.contest()))
                .map(turn -> words.turn(turn, poll))
                .orElseGet(() -> new BoardPage(words).status(poll));
    }

    private static Set<String> winners(Poll poll) {
        return poll.isDeclared() ? new LinkedHashSet<>(poll.won().keySet()) : Set.of();
    }

    private static String colour(Poll poll) {
        Set<String> winners = winners(poll);
        return winners.isEmpty()
                ? AWAITED
                : winners.size() > 1
                        ? PartyColours.SEVERAL
                        : PartyColours.of(winners.iterator().next());
    }

    private static String letters(Poll poll, BoardWords words) {
        return String.join(
                "/", winners(poll).stream().limit(2).map(words::letters).toList());
    }
}
