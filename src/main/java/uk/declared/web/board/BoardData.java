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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.CouncilControl;
import uk.declared.night.CouncilHexagons;
import uk.declared.night.CouncilHexagons.Cell;
import uk.declared.night.CouncilNight;
import uk.declared.night.Seats;

/**
 * The table of councils as data. Names of members and columns are the same in every form; what is not known is absent, or an
 * empty cell.
 */
final class BoardData {
    private final Board board;
    private final BoardWords words;
    private final Uris uris;

    BoardData(Board board, BoardWords words, Uris uris) {
        this.board = board;
        this.words = words;
        this.uris = uris;
    }

    /** One council, in the order of the columns. */
    private Map<String, @Nullable Object> row(CouncilNight council) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("council", council.slug());
        row.put("name", council.name());
        row.put(
                "gss",
                council.council()
                        .flatMap(known -> known.code())
                        .map(GssCode::value)
                        .orElse(null));
        row.put("uri", uris.council(council.slug()).getURI());
        row.put(
                "region",
                CouncilMap.region(council).map(CouncilHexagons.Region::name).orElse(null));
        row.put("contests", council.contests().size());
        row.put("declared", council.declared());
        row.put("state", council.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put(
                "expected_first",
                council.expected().map(times -> times.first().toString()).orElse(null));
        row.put(
                "expected_last",
                council.expected().map(times -> times.last().toString()).orElse(null));
        row.put("control_before", control(council.controlBefore()));
        row.put("control_before_party", party(council.controlBefore()));
        row.put("control_after", control(council.controlAfter()));
        row.put("control_after_party", party(council.controlAfter()));
        row.put("change", council.news());
        row.put("seats_up", council.up().isPresent() ? council.up().getAsInt() : null);
        row.put("turnout", council.turnout().orElse(null));
        row.put("elected", seats(council.won()));
        row.put(
                "seats_before",
                council.before().total().isPresent() ? seats(council.before().by()) : null);
        row.put(
                "seats_after",
                council.after().total().isPresent() ? seats(council.after().by()) : null);
        row.put(
                "seats_open",
                council.after().open().isPresent() ? council.after().open().getAsInt() : null);
        row.put(
                "since_eve",
                council.sinceEve().contests() > 0 ? council.sinceEve().by() : null);
        row.put(
                "since_fought",
                council.sinceFought().contests() > 0 ? council.sinceFought().by() : null);
        row.values().removeIf(Objects::isNull);
        return row;
    }

    private static Map<String, Integer> seats(Map<String, Integer> seats) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        BoardPage.ordered(seats).forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }

    private @Nullable String control(Optional<CouncilControl> control) {
        return control.isPresent() ? words.control(control) : null;
    }

    private static @Nullable String party(Optional<CouncilControl> control) {
        return control.flatMap(CouncilControl::party).orElse(null);
    }

    /** As JSON has it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", board.day().toString());
        json.put("version", board.versions());
        board.updated().ifPresent(time -> json.put("updated", time.toString()));
        json.put("contests", board.contests());
        json.put("declared", board.declared());
        json.put("complete", board.complete());
        List<Object> parties = new ArrayList<>();
        board.parties().forEach(state -> {
            Map<String, Object> party = new LinkedHashMap<>();
            party.put("party", state.party());
            party.put("name", words.party(state.party()));
            party.put("candidates", state.candidates());
            party.put("elected", state.elected());
            party.put("since_eve", state.sinceEve());
            party.put("since_fought", state.sinceFought());
            party.put("controls", state.controls());
            party.put("gained", state.gained());
            party.put("lost", state.lost());
            parties.add(party);
        });
        json.put("parties", parties);
        json.put("councils", board.electing().stream().map(this::row).toList());
        return json;
    }

    private static final List<String> COLUMNS = List.of(
            "council",
            "name",
            "gss",
            "uri",
            "region",
            "contests",
            "declared",
            "state",
            "control_before",
            "control_before_party",
            "control_after",
            "control_after_party",
            "change",
            "seats_up",
            "seats_open",
            "turnout",
            "expected_first",
            "expected_last");

    /** As CSV: a column more for each party with a seat, by its key. */
    String csv() {
        List<String> parties = board.electing().stream()
                .flatMap(council -> Stream.of(
                                council.won(),
                                council.before().by(),
                                council.after().by())
                        .flatMap(seats -> seats.keySet().stream()))
                .filter(party -> !party.equals(Seats.VACANT))
                .distinct()
                .sorted()
                .toList();
        StringWriter text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().build(text)) {
            List<String> headings = new ArrayList<>(COLUMNS);
            for (String kind : List.of("before", "elected", "after")) {
                parties.forEach(party -> headings.add(kind + "_" + party));
            }
            out.writeRecord(headings);
            for (CouncilNight council : board.electing()) {
                Map<String, @Nullable Object> row = row(council);
                List<String> cells = new ArrayList<>(
                        COLUMNS.stream().map(column -> text(row.get(column))).toList());
                boolean before = council.before().total().isPresent();
                boolean after = council.after().total().isPresent();
                parties.forEach(
                        party -> cells.add(before ? text(council.before().of(party)) : ""));
                parties.forEach(party -> cells.add(text(council.won().getOrDefault(party, 0))));
                parties.forEach(party -> cells.add(after ? text(council.after().of(party)) : ""));
                out.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** As HexJSON: a hexagon for each that the layout has, in the layout of Open Innovations. */
    Map<String, Object> hexjson() {
        Map<String, Object> hexes = new LinkedHashMap<>();
        for (CouncilNight council : board.electing()) {
            List<Cell> cells =
                    council.council().map(CouncilHexagons.shipped()::of).orElse(List.of());
            for (Cell cell : cells) {
                Map<String, @Nullable Object> hexagon = new LinkedHashMap<>();
                hexagon.put("n", council.name());
                hexagon.put("q", cell.column());
                hexagon.put("r", cell.row());
                hexagon.putAll(row(council));
                hexes.put(cells.size() == 1 ? cell.code() : council.slug() + "-" + cell.code(), hexagon);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layout", "odd-r");
        json.put("source", "Open Innovations, ODC-BY 1.0: https://open-innovations.org/projects/hexmaps/");
        json.put("hexes", hexes);
        return json;
    }

    /**
     * As GeoJSON.
     *
     * @param shapes boundaries as GeoJSON has them, by the code of the council's area; a council without one has no geometry
     */
    Map<String, Object> geojson(Map<String, Object> shapes) {
        List<Object> features = new ArrayList<>();
        for (CouncilNight council : board.electing()) {
            Map<String, @Nullable Object> feature = new LinkedHashMap<>();
            feature.put("type", "Feature");
            feature.put("id", council.slug());
            feature.put(
                    "geometry",
                    council.council()
                            .flatMap(known -> known.code())
                            .map(code -> shapes.get(code.value()))
                            .orElse(null));
            feature.put("properties", row(council));
            features.add(feature);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "FeatureCollection");
        json.put("features", features);
        return json;
    }
}
