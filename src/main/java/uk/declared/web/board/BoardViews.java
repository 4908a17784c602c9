package uk.declared.web.board;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.CouncilNight;
import uk.declared.night.Poll;
import uk.declared.night.Seats;
import uk.declared.store.Store;
import uk.declared.web.board.BoardView.CouncilPart;
import uk.declared.web.board.BoardView.Replay;
import uk.declared.web.board.BoardView.SeatRow;
import uk.declared.web.map.PartyColours;
import uk.declared.web.map.PlaceRows;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Makes the views of boards. */
@Component
final class BoardViews {
    /** So long the polling days next to a day are remembered. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int LINES = 40;
    private static final int LARGER = 8;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final Query LABEL = StoredQuery.read("party-label");
    private static final Query SHAPES = StoredQuery.read("shapes-of-areas");
    private static final Query BESIDE = StoredQuery.read("days-beside");

    private final KeptOutlines outlines;
    private final Boards boards;
    private final Store store;
    private final Uris uris;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<LocalDate, Beside> beside = new ConcurrentHashMap<>();

    BoardViews(Boards boards, Store store, Uris uris, KeptOutlines outlines) {
        this.outlines = outlines;
        this.boards = boards;
        this.store = store;
        this.uris = uris;
    }

    /** What a board says in a language. */
    BoardWords words(Board board, Wording wording) {
        return new BoardWords(wording, key -> name(key, board), board.swings(), board.day());
    }

    /** What the day's sources call a party, else what it is called in the store. */
    private String name(String key, Board board) {
        String given = board.names().name(key);
        return given.equals(key) && key.matches("PP.*|joint-party.*")
                ? names.computeIfAbsent(key, this::stored)
                : given;
    }

    private String stored(String key) {
        return store.select(LABEL, Map.of("party", uris.party(key)), Row::all).stream()
                .flatMap(row -> row.text("label").stream())
                .findFirst()
                .orElse(key);
    }

    BoardView country(Board board, Asked asked, Wording wording) {
        BoardWords words = words(board, wording);
        BoardPage page = new BoardPage(words);
        List<CouncilNight> byElections = board.councils().stream()
                .filter(council -> !council.byElections().isEmpty())
                .toList();
        String path = "/elections/" + board.day();
        List<BoardView.PartyRow> parties = page.parties(board);
        boolean all = asked.all();
        CountryOutlines.Drawing drawing = outlines.now(board.day());
        Optional<OutlineMap> drawn = OutlineMap.of(board, drawing, words);
        List<CouncilNight> without = drawn.isPresent() && !asked.hexagons()
                ? OutlineMap.withoutPlace(board, drawing)
                : CouncilMap.withoutPlace(board);
        List<BoardView.TickerLine> lines = new BoardLines(words).lines(board, asked, all ? Integer.MAX_VALUE : LINES);
        return new BoardView(
                wording.text("day.heading", wording.date(board.day())),
                path,
                moment(asked, wording),
                asked.at().isPresent() || !boards.nights().canReplay() ? "" : path + "/changes",
                board.versions(),
                Optional.empty(),
                page.totals(board),
                board.electing().isEmpty() ? Optional.empty() : Optional.of(CouncilMap.of(board, words)),
                drawn.filter(map -> !asked.hexagons()),
                drawn.map(map -> otherMap(path, asked, wording)),
                without.stream().map(CouncilNight::name).toList(),
                page.legend(board),
                parties.subList(0, Math.min(LARGER, parties.size())),
                parties.subList(Math.min(LARGER, parties.size()), parties.size()),
                page.none(board),
                page.filters(board, asked),
                page.councils(board, asked),
                List.of(),
                byElections.stream()
                        .flatMap(council -> page.contests(council.byElections(), Optional.of(council)).stream())
                        .toList(),
                page.contests(board.others(), Optional.empty()),
                lines,
                all || board.lines().size() <= LINES
                        ? Optional.empty()
                        : Optional.of(new NamedLink(
                                path + "?lines=all",
                                wording.text("board.lines.all", board.lines().size()))),
                replay(board, asked),
                data(path, board, wording),
                beside(board.day(), "before", wording),
                beside(board.day(), "after", wording));
    }

    private static NamedLink otherMap(String path, Asked asked, Wording wording) {
        return asked.hexagons()
                ? new NamedLink(path, wording.text("board.map.boundaries"))
                : new NamedLink(path + "?shape=hexagons", wording.text("board.map.hexagons"));
    }

    BoardView council(Board board, CouncilNight council, Asked asked, Wording wording) {
        BoardWords words = words(board, wording);
        BoardPage page = new BoardPage(words);
        String path = CouncilMap.path(board.day(), council.slug());
        List<BoardView.TickerLine> lines = board.lines().stream()
                .filter(line -> line.poll().council().equals(Optional.of(council.slug())))
                .map(line -> new BoardLines(words).line(line, board))
                .toList();
        String name = council.council().map(each -> each.officialName()).orElse(council.name());
        String heading = wording.text("election.name", name, wording.date(board.day()));
        return new BoardView(
                heading,
                path,
                moment(asked, wording),
                asked.at().isPresent() || !boards.nights().canReplay() ? "" : path + "/changes",
                board.versions(),
                Optional.of(part(board, council, words, page)),
                councilTotals(council, wording, lines),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new BoardView.Filters("", List.of(), List.of(), List.of()),
                List.of(),
                page.contests(council.contests(), Optional.of(council)),
                page.contests(council.byElections(), Optional.of(council)),
                page.contests(
                        board.others().stream()
                                .filter(poll -> isOf(poll, council))
                                .toList(),
                        Optional.empty()),
                lines,
                Optional.empty(),
                replay(board, asked),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A mayor's contest has the council's slug in its identifier. */
    private static boolean isOf(Poll poll, CouncilNight council) {
        return List.of(poll.contest().value().split("\\.")).contains(council.slug());
    }

    private static BoardView.Totals councilTotals(
            CouncilNight council, Wording wording, List<BoardView.TickerLine> lines) {
        return new BoardView.Totals(
                wording.text(
                        "day.progress", council.declared(), council.contests().size()),
                council.declared(),
                council.contests().size(),
                "",
                lines.stream()
                        .findFirst()
                        .map(line -> wording.text("board.updated", line.time()))
                        .orElse(""),
                council.contests().isEmpty() ? wording.text("board.no-ordinary") : "",
                "");
    }

    private CouncilPart part(Board board, CouncilNight council, BoardWords words, BoardPage page) {
        Wording wording = words.wording();
        List<SeatRow> seats = new ArrayList<>();
        Map<String, Integer> all = new HashMap<>(council.before().by());
        council.won().forEach(all::putIfAbsent);
        council.after().by().forEach(all::putIfAbsent);
        all.replaceAll((party, number) ->
                Math.max(council.after().of(party), council.before().of(party)));
        for (Map.Entry<String, Integer> each : BoardPage.ordered(all)) {
            String party = each.getKey();
            seats.add(new SeatRow(
                    words.party(party),
                    party.equals(Seats.VACANT) ? "#d8dcdd" : PartyColours.of(party),
                    council.before().total().isPresent()
                            ? wording.number(council.before().of(party))
                            : "",
                    "",
                    wording.number(council.won().getOrDefault(party, 0)),
                    council.after().total().isPresent()
                            ? wording.number(council.after().of(party))
                            : ""));
        }
        return new CouncilPart(
                council.name(),
                new NamedLink(
                        Uris.DOCUMENTS + "council/" + council.slug(),
                        council.council().map(each -> each.officialName()).orElse(council.name())),
                Optional.of(new NamedLink(
                        Uris.ELECTIONS + "local." + council.slug() + "." + board.day(),
                        wording.text("board.council.election"))),
                words.change(council).orElse(""),
                council.controlBefore()
                        .map(was -> words.control(Optional.of(was)))
                        .orElse(""),
                council.controlAfter().map(is -> words.control(Optional.of(is))).orElse(""),
                toPlayFor(council, words),
                seats,
                page.bar(council.after(), council),
                WardMap.of(council, wardShapes(council), words, uris),
                new NamedLink("/elections/" + board.day(), wording.text("day.heading", wording.date(board.day()))));
    }

    /** The boundaries of a council's wards, as far as they are loaded; in the whole accuracy that they have. */
    private Map<Node, Geometry> wardShapes(CouncilNight council) {
        List<Node> areas = council.contests().stream()
                .map(poll -> WardMap.area(poll, uris))
                .distinct()
                .toList();
        return areas.isEmpty()
                ? Map.of()
                : PlaceRows.shapes(store.select(StoredQuery.among(SHAPES, "area", areas), Map.of(), Row::all));
    }

    /** What is at stake: how many seats are up, and how many a majority needs. */
    private static String toPlayFor(CouncilNight council, BoardWords words) {
        Wording wording = words.wording();
        List<String> parts = new ArrayList<>();
        council.up()
                .ifPresent(up -> parts.add(
                        council.after().total().isPresent()
                                ? wording.text(
                                        "board.play.up-of",
                                        up,
                                        council.after().total().getAsInt())
                                : wording.text("board.play.up", up)));
        council.after().total().ifPresent(total -> parts.add(wording.text("board.play.needed", total / 2 + 1)));
        return String.join(" ", parts);
    }

    private static String moment(Asked asked, Wording wording) {
        return asked.at()
                .map(at -> wording.text("board.moment", wording.time(at)))
                .orElse("");
    }

    private Optional<Replay> replay(Board board, Asked asked) {
        if (!boards.nights().canReplay()) {
            return Optional.empty();
        }
        return boards.nights().span(board.day()).map(span -> {
            var from =
                    span.from().atZone(LONDON).toLocalDateTime().withSecond(0).withNano(0);
            var at = asked.at().orElse(span.until()).atZone(LONDON).toLocalDateTime();
            long minutes = Duration.between(from, span.until().atZone(LONDON).toLocalDateTime())
                    .toMinutes();
            return new Replay(
                    MINUTE.format(from),
                    Math.max(1, minutes),
                    Math.max(0, Math.min(minutes, Duration.between(from, at).toMinutes())),
                    MINUTE.format(at),
                    asked.at().isPresent());
        });
    }

    private static List<NamedLink> data(String path, Board board, Wording wording) {
        List<NamedLink> links = new ArrayList<>(List.of(
                new NamedLink(path + "/councils.csv", "CSV"),
                new NamedLink(path + "/councils.json", "JSON"),
                new NamedLink(path + "/councils.geojson", "GeoJSON"),
                new NamedLink(path + "/councils.hexjson", "HexJSON"),
                new NamedLink(path + "/contests.csv", wording.text("board.data.contests", "CSV")),
                new NamedLink(path + "/contests.json", wording.text("board.data.contests", "JSON"))));
        boolean expected = board.polls().anyMatch(poll -> poll.expected().isPresent());
        if (expected) {
            links.add(new NamedLink(path + "/expected.ics", wording.text("board.calendar")));
        }
        return links;
    }

    private Optional<NamedLink> beside(LocalDate day, String which, Wording wording) {
        return beside.compute(day, (of, known) -> known == null || known.isOld() ? new Beside(readBeside(of)) : known)
                .row()
                .flatMap(row -> row.date(which))
                .map(other -> new NamedLink("/elections/" + other, wording.date(other)));
    }

    private Optional<Row> readBeside(LocalDate day) {
        return store.select(BESIDE, Map.of("day", Literals.date(day)), Row::all).stream()
                .findFirst();
    }

    /**
     * The days beside a day, which need not be asked for again with each declaration.
     *
     * @param read when, in nanoseconds of the machine's own clock
     */
    private record Beside(Optional<Row> row, long read) {
        private Beside(Optional<Row> row) {
            this(row, System.nanoTime());
        }

        private boolean isOld() {
            return System.nanoTime() - read > KEPT.toNanos();
        }
    }
}
