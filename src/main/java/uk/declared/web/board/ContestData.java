package uk.declared.web.board;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.CouncilNight;
import uk.declared.night.Poll;
import uk.declared.night.Swing;
import uk.declared.night.Turn;

/**
 * The contests of a board as data: what became of each, against what, and the swing. Names of members and columns are the same
 * in both forms; what is not known is absent, or an empty cell.
 */
final class ContestData {
    private static final List<String> COLUMNS = List.of(
            "contest",
            "uri",
            "council",
            "council_name",
            "area",
            "area_name",
            "by_election",
            "status",
            "version",
            "accepted",
            "seats",
            "elected",
            "change",
            "compared_with",
            "worked_out_by",
            "gained",
            "lost",
            "swing",
            "swing_from",
            "swing_to");

    private final Board board;
    private final Optional<String> council;
    private final Uris uris;

    /** @param council whose contests alone are asked for */
    ContestData(Board board, Optional<String> council, Uris uris) {
        this.board = board;
        this.council = council;
        this.uris = uris;
    }

    private List<Map<String, @Nullable Object>> rows() {
        return board.councils().stream()
                .filter(each -> council.isEmpty() || council.get().equals(each.slug()))
                .flatMap(each -> each.polls().map(poll -> row(poll, each)))
                .toList();
    }

    private Map<String, @Nullable Object> row(Poll poll, CouncilNight council) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("contest", poll.contest().value());
        row.put("uri", uris.contest(poll.contest()).getURI());
        row.put("council", council.slug());
        row.put("council_name", council.name());
        row.put("area", poll.area().isEmpty() ? null : poll.area());
        row.put("area_name", poll.areaName());
        row.put("by_election", poll.byElection());
        row.put("status", poll.isPutOff() ? "not-held" : poll.status().notation());
        row.put("version", poll.version());
        row.put("accepted", poll.time().toString());
        row.put("seats", poll.up().isPresent() ? poll.up().getAsInt() : null);
        if (poll.isDeclared() && poll.filled() > 0) {
            row.put("elected", ordered(poll.won()));
        }
        Optional.ofNullable(council.turns().get(poll.contest())).ifPresent(turn -> put(turn, row));
        board.swings().of(poll).ifPresent(swing -> put(swing, row));
        row.values().removeIf(Objects::isNull);
        return row;
    }

    private static void put(Turn turn, Map<String, @Nullable Object> row) {
        row.put("change", word(turn.kind()));
        if (turn.kind() == Turn.Kind.HOLD || turn.kind() == Turn.Kind.GAIN) {
            row.put("compared_with", word(turn.since()));
            row.put("worked_out_by", turn.workedOutBy().orElse(null));
            row.put("gained", turn.gained().isEmpty() ? null : ordered(turn.gained()));
            row.put("lost", turn.lost().isEmpty() ? null : ordered(turn.lost()));
        }
    }

    private static void put(Swing swing, Map<String, @Nullable Object> row) {
        row.put("swing", swing.points());
        row.put("swing_from", swing.from());
        row.put("swing_to", swing.to());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Integer> ordered(Map<String, Integer> seats) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        BoardPage.ordered(seats).forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }

    /** As JSON has it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", board.day().toString());
        json.put("version", board.versions());
        board.updated().ifPresent(time -> json.put("updated", time.toString()));
        json.put("contests", rows());
        return json;
    }

    /** As CSV; seats by party in one cell, as {@code PP53:2 PP63:1}. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().build(text)) {
            out.writeRecord(COLUMNS);
            for (Map<String, @Nullable Object> row : rows()) {
                List<String> cells = new ArrayList<>();
                COLUMNS.forEach(column -> cells.add(cell(row.get(column))));
                out.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Map<?, ?> seats) {
            return seats.entrySet().stream()
                    .map(each -> each.getKey() + ":" + each.getValue())
                    .collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }
}
