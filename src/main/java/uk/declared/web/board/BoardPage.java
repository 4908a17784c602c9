package uk.declared.web.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.Board.PartyState;
import uk.declared.night.CouncilHexagons.Region;
import uk.declared.night.CouncilNight;
import uk.declared.night.CouncilNight.Change;
import uk.declared.night.CouncilNight.Net;
import uk.declared.night.CouncilNight.State;
import uk.declared.night.Parties;
import uk.declared.night.Poll;
import uk.declared.night.Seats;
import uk.declared.web.board.BoardView.Bar;
import uk.declared.web.board.BoardView.Choice;
import uk.declared.web.board.BoardView.ContestRow;
import uk.declared.web.board.BoardView.CouncilRow;
import uk.declared.web.board.BoardView.Filters;
import uk.declared.web.board.BoardView.Legend;
import uk.declared.web.board.BoardView.NoneRow;
import uk.declared.web.board.BoardView.PartyRow;
import uk.declared.web.board.BoardView.Totals;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.Wording;

/** Makes the parts of a board's page. */
final class BoardPage {
    private static final List<String> CHANGES =
            List.of("gained", "lost", "kept", "still-none", "not-compared", "counting", "awaited", "open");

    private final BoardWords words;
    private final Wording wording;

    BoardPage(BoardWords words) {
        this.words = words;
        this.wording = words.wording();
    }

    Totals totals(Board board) {
        int provisional = (int) board.electing().stream()
                .flatMap(council -> council.contests().stream())
                .filter(poll -> poll.status() == uk.declared.election.DeclarationStatus.PROVISIONAL)
                .count();
        String councils = wording.text(
                "board.councils", board.complete(), board.electing().size());
        return new Totals(
                wording.text("day.progress", board.declared(), board.contests()),
                board.declared(),
                board.contests(),
                provisional == 0 ? councils : councils + " " + wording.text("board.provisional", provisional),
                board.lines().stream()
                        .findFirst()
                        .map(line -> wording.text("board.updated", words.time(line.time())))
                        .orElse(""),
                board.contests() == 0 ? wording.text("board.no-ordinary") : "",
                Stream.of(
                                compared(board, false),
                                compared(board, true),
                                notional(board),
                                wording.text("board.compared.note"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    List<PartyRow> parties(Board board) {
        boolean fought =
                board.electing().stream().anyMatch(each -> each.sinceFought().contests() > 0);
        boolean eve = board.electing().stream().anyMatch(each -> each.sinceEve().contests() > 0);
        boolean control =
                board.electing().stream().anyMatch(each -> each.controlAfter().isPresent());
        return board.parties().stream()
                .filter(state ->
                        state.elected() > 0 || state.sinceEve() != 0 || state.lost() > 0 || board.declared() == 0)
                .map(state -> party(state, fought, eve, control))
                .toList();
    }

    private PartyRow party(PartyState state, boolean fought, boolean eve, boolean control) {
        return new PartyRow(
                words.party(state.party()),
                state.party().startsWith("PP") ? Uris.DOCUMENTS + "party/" + state.party() : "",
                PartyColours.of(state.party()),
                wording.number(state.elected()),
                fought ? words.signed(state.sinceFought()) : "",
                eve ? words.signed(state.sinceEve()) : "",
                control ? wording.number(state.controls()) : "",
                control ? wording.number(state.gained()) : "",
                control ? wording.number(state.lost()) : "");
    }

    /** Of how many contests the differences are, in words. */
    String compared(Board board, boolean eve) {
        int of = board.electing().stream()
                .mapToInt(each -> (eve ? each.sinceEve() : each.sinceFought()).contests())
                .sum();
        return wording.text(eve ? "board.compared.eve" : "board.compared.fought", of, board.declared());
    }

    /** How many contests are compared with notional results, and with whose; empty where none is. */
    private String notional(Board board) {
        List<String> by = board.electing().stream()
                .flatMap(council -> council.contests().stream()
                        .flatMap(poll -> Stream.ofNullable(council.turns().get(poll.contest()))))
                .flatMap(turn -> turn.workedOutBy().stream())
                .toList();
        return by.isEmpty()
                ? ""
                : wording.text(
                        "board.compared.notional",
                        by.size(),
                        wording.list(by.stream().distinct().sorted().toList()));
    }

    Optional<NoneRow> none(Board board) {
        List<CouncilNight> counted = board.electing().stream()
                .filter(council -> council.declared() > 0)
                .toList();
        long now = counted.stream().filter(BoardPage::isNone).count();
        long lost = counted.stream()
                .filter(council -> council.change() == Change.GAINED
                        && council.controlBefore()
                                .filter(was -> was.party().isEmpty())
                                .isPresent())
                .count();
        long gained = counted.stream()
                .filter(council -> council.change() == Change.LOST && isNone(council))
                .count();
        return now + lost == 0
                ? Optional.empty()
                : Optional.of(new NoneRow(
                        wording.text("board.control.none"),
                        wording.number(now),
                        wording.number(gained),
                        wording.number(lost)));
    }

    private static boolean isNone(CouncilNight council) {
        return council.controlAfter().filter(is -> is.party().isEmpty()).isPresent();
    }

    List<Legend> legend(Board board) {
        Set<String> shown = new TreeSet<>();
        board.electing()
                .forEach(council -> Stream.of(council.controlAfter(), council.controlBefore())
                        .flatMap(Optional::stream)
                        .flatMap(control -> control.party().stream())
                        .forEach(shown::add));
        return board.parties().stream()
                .filter(state -> shown.contains(state.party()))
                .map(state -> new Legend(PartyColours.of(state.party()), words.party(state.party())))
                .toList();
    }

    Filters filters(Board board, Asked asked) {
        List<Choice> regions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        board.electing().stream()
                .flatMap(council -> CouncilMap.region(council).stream())
                .filter(region -> seen.add(region.code()))
                .sorted(Comparator.comparing(Region::code))
                .forEach(region -> regions.add(
                        new Choice(region.code(), name(region), region.code().equals(asked.region()))));
        List<Choice> parties = board.parties().stream()
                .filter(state -> state.elected() > 0 || state.candidates() > 0)
                .limit(30)
                .map(state -> new Choice(
                        state.party(), words.party(state.party()), state.party().equals(asked.party())))
                .toList();
        List<Choice> changes = CHANGES.stream()
                .map(change -> new Choice(change, wording.text("board.kind." + change), change.equals(asked.change())))
                .toList();
        return new Filters(asked.text(), regions, parties, changes);
    }

    private String name(Region region) {
        return wording.tag().equals("cy") ? region.nameInWelsh() : region.name();
    }

    List<CouncilRow> councils(Board board, Asked asked) {
        return board.electing().stream()
                .map(council -> council(council, board))
                .filter(row -> asked.region().isEmpty() || row.region().equals(asked.region()))
                .filter(row -> asked.change().isEmpty() || row.kind().equals(asked.change()))
                .filter(row -> asked.party().isEmpty()
                        || List.of(row.partyKeys().split(" ")).contains(asked.party()))
                .filter(row -> row.name()
                        .toLowerCase(Locale.ROOT)
                        .contains(asked.text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private CouncilRow council(CouncilNight council, Board board) {
        String kind = council.news();
        return new CouncilRow(
                council.slug(),
                council.name(),
                CouncilMap.path(board.day(), council.slug()),
                CouncilMap.region(council).map(Region::code).orElse(""),
                kind,
                String.join(" ", council.parties()),
                words.progress(council),
                council.contests().isEmpty()
                        ? 0
                        : council.declared() * 100.0 / council.contests().size(),
                council.controlBefore()
                        .map(was -> words.control(Optional.of(was)))
                        .orElse(""),
                council.controlAfter().map(is -> words.control(Optional.of(is))).orElse(""),
                council.controlAfter().map(words::letters).orElse(""),
                council.controlAfter()
                        .map(is -> is.party().map(PartyColours::of).orElse("#3d4548"))
                        .orElse(""),
                words.change(council)
                        .orElseGet(() -> council.state() == State.COMPLETE
                                ? wording.text("board.control.not-known")
                                : wording.text("board.kind." + kind)),
                bar(council.after(), council),
                seatsText(council),
                net(council.sinceEve()),
                council.turnout().map(wording::percent).orElse(""),
                String.format(Locale.ROOT, "%d", CHANGES.indexOf(kind)),
                words.expected(council),
                council.expected().map(times -> times.first().toString()).orElse(""));
    }

    private String net(Net net) {
        return String.join(
                ", ",
                net.by().entrySet().stream()
                        .filter(each -> each.getValue() != 0 && !each.getKey().equals(Seats.VACANT))
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry::getKey))
                        .map(each -> words.party(each.getKey()) + " " + words.signed(each.getValue()))
                        .toList());
    }

    /** The seats as a bar: those that are known by party, most first, then those that are open. */
    List<Bar> bar(Seats seats, CouncilNight council) {
        boolean known = seats.total().isPresent();
        Map<String, Integer> shown = known ? seats.by() : council.won();
        int total = known
                ? seats.total().getAsInt()
                : council.up()
                        .orElse(shown.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
        if (total == 0) {
            return List.of();
        }
        List<Bar> bars = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, Integer> each : ordered(shown)) {
            bars.add(new Bar(
                    percent(at, total),
                    percent(each.getValue(), total),
                    each.getKey().equals(Seats.VACANT) ? "#d8dcdd" : PartyColours.of(each.getKey()),
                    words.party(each.getKey()) + " " + each.getValue()));
            at += each.getValue();
        }
        return bars;
    }

    static List<Map.Entry<String, Integer>> ordered(Map<String, Integer> seats) {
        return seats.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> each) ->
                                each.getKey().equals(Seats.VACANT))
                        .thenComparing(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private String seatsText(CouncilNight council) {
        boolean known = council.after().total().isPresent();
        List<String> parts = new ArrayList<>();
        ordered(known ? council.after().by() : council.won())
                .forEach(each -> parts.add(words.party(each.getKey()) + " " + each.getValue()));
        int open = council.after().open().orElse(0);
        if (known && open > 0) {
            parts.add(wording.text("board.seats.open", open));
        }
        return String.join(", ", parts);
    }

    private static String percent(int part, int total) {
        return String.format(Locale.ROOT, "%.2f", part * 100.0 / total);
    }

    List<ContestRow> contests(List<Poll> polls, Optional<CouncilNight> council) {
        return polls.stream()
                .sorted(Comparator.comparing(Poll::areaName))
                .map(poll -> contest(poll, council))
                .toList();
    }

    private ContestRow contest(Poll poll, Optional<CouncilNight> council) {
        String result = poll.isDeclared()
                ? council.map(night -> night.turns().get(poll.contest()))
                        .map(turn -> words.turn(turn, poll))
                        .orElseGet(() -> words.won(poll))
                : poll.isPutOff() ? words.putOff(poll) : "";
        return new ContestRow(
                "contest-" + poll.contest().value().replace('.', '_'),
                poll.areaName(),
                Uris.CONTESTS + poll.contest(),
                council.map(CouncilNight::name).orElse(""),
                status(poll),
                poll.isAwaited() ? poll.expected().map(words::time).orElse("") : "",
                result,
                poll.stands().stream()
                        .map(stand -> stand.name() + " (" + words.party(stand.party()) + ")")
                        .toList(),
                poll.turnout()
                        .map(BigDecimal::stripTrailingZeros)
                        .map(wording::percent)
                        .orElse(""));
    }

    String status(Poll poll) {
        if (poll.isPutOff()) {
            return wording.text("board.status.put-off");
        }
        if (!poll.isDeclared() && poll.isUncontested()) {
            return wording.text("board.status.uncontested");
        }
        return wording.text("board.status." + poll.status().notation());
    }

    /** The key of a party that stands for no party is no path. */
    static boolean isParty(String key) {
        return !List.of(Parties.INDEPENDENT, Parties.NOT_STATED, Seats.VACANT).contains(key);
    }
}
