package uk.declared.web.board;

import java.util.ArrayList;
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
 *
 * @param inOrder whether hexagons stand in the order of the wards, and not where those lie
 * @param laidOut whether hexagons stand where somebody laid them out
 */
record WardMap(int width, int height, boolean inOrder, boolean laidOut, List<Drawn> wards) {
    private static final String AWAITED = "#ffffff";

    /** A ward; {@code x} and {@code y} are where its letters stand. */
    record Drawn(String href, String title, String path, String colour, String letters, String x, String y) {}

    /** @param shapes boundaries by area, as far as they are loaded */
    static Optional<WardMap> of(CouncilNight council, Map<Node, Geometry> shapes, BoardWords words, Uris uris) {
        List<Poll> polls = council.contests();
        if (polls.isEmpty()) {
            return Optional.empty();
        }
        MapView map = MapView.of(polls.stream()
                .map(poll -> new MappedArea(
                        poll.areaName(),
                        Uris.CONTESTS + poll.contest(),
                        text(poll, council, words),
                        colour(poll),
                        Optional.ofNullable(shapes.get(area(poll, uris))),
                        WardHexagons.shipped().of(poll.area()),
                        Map.of()))
                .toList());
        List<Poll> drawn = map.kind() == MapView.Kind.BOUNDARIES
                ? polls.stream()
                        .filter(poll -> shapes.containsKey(area(poll, uris)))
                        .toList()
                : polls;
        List<Drawn> wards = new ArrayList<>();
        for (int i = 0; i < map.shapes().size(); i++) {
            MapView.Shape shape = map.shapes().get(i);
            double[] middle = middle(shape.path());
            wards.add(new Drawn(
                    shape.href(),
                    shape.title(),
                    shape.path(),
                    shape.colour(),
                    letters(drawn.get(i), words),
                    Outline.number(middle[0]),
                    Outline.number(middle[1])));
        }
        return Optional.of(new WardMap(map.width(), map.height(), map.isInOrder(), map.isLaidOut(), wards));
    }

    static Node area(Poll poll, Uris uris) {
        return org.apache.jena.graph.NodeFactory.createURI(uris.base() + Uris.THINGS + "area/" + poll.area());
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

    /** The middle of the smallest box around a path. */
    private static double[] middle(String path) {
        String[] numbers = path.replaceAll("[MLZ]", " ").strip().split("\\s+");
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            for (int axis = 0; axis < 2; axis++) {
                double value = Double.parseDouble(numbers[i + axis]);
                least[axis] = Math.min(least[axis], value);
                most[axis] = Math.max(most[axis], value);
            }
        }
        return new double[] {(least[0] + most[0]) / 2, (least[1] + most[1]) / 2};
    }
}
