package uk.declared.web.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uk.declared.night.CouncilControl;
import uk.declared.night.CouncilNight;
import uk.declared.night.NightLine;
import uk.declared.night.Parties;
import uk.declared.night.Poll;
import uk.declared.night.Seats;
import uk.declared.night.Stand;
import uk.declared.night.Swings;
import uk.declared.night.Turn;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.Wording;

/** What a board says, in one language. */
final class BoardWords {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(LONDON);

    private static final List<String> CIRCUMSTANCES =
            List.of("no-candidates", "countermanded", "abandoned", "postponed", "cancelled");
    private static final List<String> REASONS =
            List.of("death-of-candidate", "public-emergency", "reorganisation", "other");

    private final Wording wording;
    private final UnaryOperator<String> names;
    private final Swings swings;
    private final LocalDate day;

    /**
     * @param names what sources call a party, by its key
     * @param swings of the day's contests
     */
    BoardWords(Wording wording, UnaryOperator<String> names, Swings swings, LocalDate day) {
        this.swings = swings;
        this.wording = wording;
        this.names = names;
        this.day = day;
    }

    Wording wording() {
        return wording;
    }

    /** The name of the pattern that stands for no overall control. */
    String pattern() {
        return "url(#declared-noc)";
    }

    /** What people call those who stand under a key. */
    String party(String key) {
        return switch (key) {
            case Parties.INDEPENDENT -> wording.text("standing.independent");
            case Parties.NOT_STATED -> wording.text("standing.not-stated");
            case Seats.VACANT -> wording.text("board.vacant");
            default -> PartyColours.everydayName(key, wording.tag()).orElseGet(() -> names.apply(key));
        };
    }

    /** When the results that a council still owes are expected: 02:30, or 02:00–04:30; empty where that is not known. */
    String expected(CouncilNight council) {
        return council.expected()
                .map(times -> times.first().equals(times.last())
                        ? time(times.first())
                        : time(times.first()) + "–" + time(times.last()))
                .orElse("");
    }

    /** A few letters for whoever controls a council. */
    String letters(CouncilControl control) {
        return control.party().map(this::letters).orElseGet(() -> wording.text("board.letters.none"));
    }

    String letters(String key) {
        return key.equals(Parties.INDEPENDENT)
                ? wording.text("board.letters.independent")
                : PartyColours.shortName(key, wording.tag()).orElseGet(() -> wording.text("board.letters.other"));
    }

    String control(Optional<CouncilControl> control) {
        return control.map(known -> known.party().map(this::party).orElseGet(() -> wording.text("board.control.none")))
                .orElseGet(() -> wording.text("board.control.open"));
    }

    /** A clock's time on the night; with the day where it is another than the night's or the day after. */
    String time(Instant moment) {
        LocalDate on = moment.atZone(LONDON).toLocalDate();
        boolean night = on.equals(day) || on.equals(day.plusDays(1));
        return night ? CLOCK.format(moment) : wording.time(moment);
    }

    /** How far a council's count is: 12 of 21. */
    String progress(CouncilNight council) {
        return wording.text("board.of", council.declared(), council.contests().size());
    }

    String title(CouncilNight council) {
        String count = wording.text(
                "board.title.count", council.declared(), council.contests().size());
        return council.name() + ": "
                + change(council).map(text -> text + "; " + count).orElse(count);
    }

    String titleBefore(CouncilNight council) {
        return council.name() + ": "
                + (council.controlBefore().isPresent()
                        ? control(council.controlBefore())
                        : wording.text("board.before.unknown"));
    }

    /** What became of a council's control; absent while that is open. */
    Optional<String> change(CouncilNight council) {
        String after = control(council.controlAfter());
        String before = control(council.controlBefore());
        boolean nobody =
                council.controlAfter().filter(is -> is.party().isEmpty()).isPresent();
        boolean nobodyHad =
                council.controlBefore().filter(was -> was.party().isEmpty()).isPresent();
        return switch (council.change()) {
            case OPEN -> Optional.empty();
            case KEPT -> Optional.of(wording.text("board.change.kept", after));
            case GAINED ->
                Optional.of(
                        nobodyHad
                                ? wording.text("board.change.gained-from-none", after)
                                : wording.text("board.change.gained", after, before));
            case LOST -> Optional.of(wording.text(nobody ? "board.change.lost-to-none" : "board.change.lost", before));
            case STILL_NONE -> Optional.of(wording.text("board.change.still-none"));
            case NOT_COMPARED ->
                Optional.of(nobody ? wording.text("board.change.none") : wording.text("board.change.has", after));
        };
    }

    /** A line of the ticker, without its time and place. */
    String line(NightLine line) {
        return switch (line.kind()) {
            case CONTROL -> line.council().flatMap(this::change).orElse("");
            case CONTROL_REOPENED -> wording.text("board.line.reopened");
            case DECLARED -> result(line);
            case CORRECTED -> wording.text("board.line.corrected", result(line));
            case PROVISIONAL -> wording.text("board.line.provisional", won(line.poll()));
            case WITHDRAWN -> wording.text("board.line.withdrawn");
            case PUT_OFF -> putOff(line.poll());
        };
    }

    /** Where a line's news is from. */
    String place(NightLine line) {
        return line.council()
                .map(CouncilNight::name)
                .orElseGet(() -> line.poll().areaName());
    }

    String putOff(Poll poll) {
        String text = code("contest-status.", poll.circumstance(), CIRCUMSTANCES);
        return poll.reason().isEmpty()
                ? text
                : wording.text("board.line.reason", text, code("contest-status-reason.", poll.reason(), REASONS));
    }

    /** What a code means; one that is not known is shown as it is. */
    private String code(String list, String code, List<String> known) {
        return known.contains(code) ? wording.text(list + code) : code;
    }

    private String result(NightLine line) {
        Poll poll = line.poll();
        String text = line.turn().map(turn -> change(turn, poll)).orElseGet(() -> won(poll));
        List<String> notes = new ArrayList<>();
        line.turn().flatMap(this::comparedWith).ifPresent(notes::add);
        swing(poll).ifPresent(notes::add);
        if (poll.isUncontested()) {
            notes.add(wording.text("board.line.uncontested"));
        }
        if (poll.stands().stream().anyMatch(Stand::byLot)) {
            notes.add(wording.text("board.line.lot"));
        }
        poll.recounts().ifPresent(number -> {
            if (number > 0) {
                notes.add(wording.text("board.line.recounts", number));
            }
        });
        if (poll.byElection()) {
            notes.add(wording.text("board.line.by-election"));
        }
        return notes.isEmpty() ? text : text + " (" + String.join(", ", notes) + ")";
    }

    /** What a contest's result changed, in words, and what it is compared with where that was never declared. */
    String turn(Turn turn, Poll poll) {
        String change = change(turn, poll);
        return comparedWith(turn).map(with -> change + " (" + with + ")").orElse(change);
    }

    private Optional<String> comparedWith(Turn turn) {
        return turn.workedOutBy().map(who -> wording.text("turn.notional", who));
    }

    /** The swing of a contest, in words; absent where none is certain. */
    private Optional<String> swing(Poll poll) {
        return swings.of(poll)
                .map(swing -> swing.points().signum() == 0
                        ? wording.text("board.swing.none", party(swing.from()), party(swing.to()))
                        : wording.text(
                                "board.swing",
                                wording.decimal(swing.points()),
                                party(swing.from()),
                                party(swing.to())));
    }

    private String change(Turn turn, Poll poll) {
        return switch (turn.kind()) {
            case HOLD -> wording.text("board.turn.hold", won(poll));
            case GAIN ->
                turn.lost().isEmpty()
                        ? wording.text("board.turn.gain", parties(turn.gained()))
                        : wording.text("board.turn.gain-from", parties(turn.gained()), parties(turn.lost()));
            case NEW -> wording.text("board.turn.new", won(poll));
            case NOT_COMPARED -> wording.text("board.turn.elected", won(poll));
        };
    }

    /** Who won: Labour; Labour 2, Green 1. */
    String won(Poll poll) {
        return poll.filled() == 0 ? wording.text("board.turn.nobody") : parties(poll.won());
    }

    /** Parties with their numbers, which are left out where the whole is one seat. */
    String parties(Map<String, Integer> seats) {
        boolean one = seats.values().stream().mapToInt(Integer::intValue).sum() == 1;
        return String.join(
                ", ",
                seats.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry::getKey))
                        .map(each -> party(each.getKey()) + (one ? "" : " " + each.getValue()))
                        .toList());
    }

    /** A number with its sign: +12, −3, 0. */
    String signed(int number) {
        return number > 0 ? "+" + wording.number(number) : number < 0 ? "\u2212" + wording.number(-number) : "0";
    }
}
