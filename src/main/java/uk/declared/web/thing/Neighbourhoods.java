package uk.declared.web.thing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Component;
import uk.declared.election.BallotId;
import uk.declared.night.CouncilNews;
import uk.declared.web.map.MapView;
import uk.declared.web.map.MappedArea;
import uk.declared.web.page.Wording;

/** Reads once for all contests of an election what they share, and anew when something of the council was published since. */
@Component
final class Neighbourhoods {
    private static final long MOST_BYTES =
            Math.min(32L << 20, Runtime.getRuntime().maxMemory() / 32);

    /** @param news of the council when it was begun */
    private record Kept(long news, Neighbourhood neighbourhood) {}

    private record Key(String language, Node election) {}

    private final Places places;
    private final ElectionTurnout turnout;
    private final CouncilNews news;
    private final Cache<Key, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Kept each) -> each.neighbourhood().weight())
            .build();

    Neighbourhoods(Places places, ElectionTurnout turnout, CouncilNews news) {
        this.places = places;
        this.turnout = turnout;
        this.news = news;
    }

    /** What a contest shares with the others of its election. */
    Neighbourhood of(Facts contest, Wording wording) {
        Optional<Node> election = contest.one("election");
        if (election.isEmpty()) {
            return Neighbourhood.NONE;
        }
        long now = contest.notation().map(BallotId::new).map(news::of).orElseGet(news::ofAll);
        Key key = new Key(wording.tag(), election.get());
        Kept before = kept.getIfPresent(key);
        if (before != null && before.news() == now) {
            return before.neighbourhood();
        }
        // A council's areas are neighbours that a page can show; six hundred constituencies have a map of their own.
        Optional<MapView> map = contest.one("councilArea").isPresent()
                ? drawn(places.winnersOf(election.get(), wording))
                : Optional.empty();
        Neighbourhood read = new Neighbourhood(map, turnout.of(election.get()));
        kept.put(key, new Kept(now, read));
        return read;
    }

    /** Nothing where there is one area alone, or where it is not known where most of them lie. */
    private static Optional<MapView> drawn(List<MappedArea> areas) {
        long shapes = areas.stream().filter(area -> area.shape().isPresent()).count();
        long hexagons =
                areas.stream().filter(area -> !area.hexagons().isEmpty()).count();
        boolean known = shapes * 2 > areas.size() || hexagons * 2 > areas.size();
        return areas.size() > 1 && known ? Optional.of(MapView.of(areas)) : Optional.empty();
    }
}
