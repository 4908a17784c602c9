package uk.declared.web.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.declared.election.Council;
import uk.declared.night.Board;
import uk.declared.night.CouncilHexagons;
import uk.declared.night.CouncilHexagons.Cell;
import uk.declared.night.CouncilNight;
import uk.declared.night.CouncilNight.Change;
import uk.declared.night.CouncilNight.State;
import uk.declared.web.map.PartyColours;

/**
 * The map of councils by control: a hexagon for each, where the layout has it. What a hexagon says is told by its letters,
 * its outline and how far it is filled, besides by its colour.
 *
 * @param width of the drawing, in its own units
 * @param base hexagons of councils without an election
 * @param now councils with one, as they stand
 * @param before the same councils on the eve
 */
record CouncilMap(int width, int height, String base, List<Hexagon> now, List<Hexagon> before) {
    /** The radius of a hexagon, in units of the drawing. */
    static final double RADIUS = 20;

    private static final double GAP = 0.95;

    /**
     * A council's hexagon, or its part of one.
     *
     * @param key of the hexagon on the page
     * @param state for the style sheet: {@code awaited}, {@code counting}, {@code complete}
     * @param fill the part that is coloured; empty where none is
     * @param ring the mark of a council that changed hands; empty where it did not
     * @param letters a short name; empty where there is none to say
     */
    record Hexagon(
            String key,
            String href,
            String title,
            String state,
            String outline,
            String fill,
            String colour,
            String ring,
            String letters,
            String x,
            String y,
            boolean small) {}

    /** What the map shows of a council. */
    record Shown(String colour, String letters, double filled, boolean ring, String state) {}

    static CouncilMap of(Board board, BoardWords words) {
        CouncilHexagons layout = CouncilHexagons.shipped();
        Map<Cell, List<CouncilNight>> standing = standing(board, layout);
        Set<String> nations = new HashSet<>();
        standing.keySet().forEach(cell -> nations.add(cell.region().substring(0, 1)));
        List<Cell> cells = layout.cells().stream()
                .filter(cell -> nations.contains(cell.region().substring(0, 1)))
                .toList();
        double west = cells.stream().mapToDouble(Cell::east).min().orElse(0) - 1;
        double north = cells.stream().mapToDouble(Cell::south).min().orElse(0) - 1.1;
        double east = cells.stream().mapToDouble(Cell::east).max().orElse(0) + 1;
        double south = cells.stream().mapToDouble(Cell::south).max().orElse(0) + 1.1;
        StringBuilder base = new StringBuilder();
        List<Hexagon> now = new ArrayList<>();
        List<Hexagon> before = new ArrayList<>();
        for (Cell cell : cells) {
            double x = (cell.east() - west) * RADIUS;
            double y = (cell.south() - north) * RADIUS;
            List<CouncilNight> here = standing.getOrDefault(cell, List.of());
            if (here.isEmpty()) {
                base.append(Outline.hexagon(x, y, RADIUS * GAP).path());
            }
            for (int i = 0; i < here.size(); i++) {
                Outline outline = part(x, y, i, here.size());
                CouncilNight council = here.get(i);
                now.add(hexagon(council, cell, outline, now(council, words), words.title(council), board, "hex-"));
                before.add(hexagon(
                        council, cell, outline, before(council, words), words.titleBefore(council), board, "was-"));
            }
        }
        return new CouncilMap(
                (int) Math.ceil((east - west) * RADIUS),
                (int) Math.ceil((south - north) * RADIUS),
                base.toString(),
                now,
                before);
    }

    private static Map<Cell, List<CouncilNight>> standing(Board board, CouncilHexagons layout) {
        Map<Cell, List<CouncilNight>> standing = new LinkedHashMap<>();
        board.electing().stream()
                .sorted(Comparator.comparing(
                        council -> council.council().filter(layout::isCounty).isPresent()))
                .forEach(council -> council.council()
                        .map(layout::of)
                        .orElse(List.of())
                        .forEach(cell -> standing.computeIfAbsent(cell, missing -> new ArrayList<>())
                                .add(council)));
        return standing;
    }

    /** Whether two councils with an election lie on one hexagon, as a county does on those of its districts. */
    static boolean sharesHexagons(Board board) {
        return standing(board, CouncilHexagons.shipped()).values().stream().anyMatch(here -> here.size() > 1);
    }

    /** Councils that the map has no place for. */
    static List<CouncilNight> withoutPlace(Board board) {
        return board.electing().stream()
                .filter(council -> council.council()
                        .map(CouncilHexagons.shipped()::of)
                        .orElse(List.of())
                        .isEmpty())
                .toList();
    }

    /** Where two councils share a hexagon each has a half; of more each has a small one. */
    private static Outline part(double x, double y, int number, int of) {
        Outline whole = Outline.hexagon(x, y, RADIUS * GAP);
        if (of == 1) {
            return whole;
        }
        if (of == 2) {
            return whole.beside(x, number == 0);
        }
        boolean middle = of == 7 && number == 6;
        double angle = Math.toRadians(360.0 / Math.min(of, 6) * number - 90);
        double away = middle ? 0 : RADIUS * 0.6;
        return Outline.hexagon(x + away * Math.cos(angle), y + away * Math.sin(angle), RADIUS * 0.34);
    }

    private static Hexagon hexagon(
            CouncilNight council, Cell cell, Outline outline, Shown shown, String title, Board board, String prefix) {
        double x = outline.corners().stream()
                .mapToDouble(Outline.Corner::x)
                .average()
                .orElse(0);
        double y = outline.corners().stream()
                .mapToDouble(Outline.Corner::y)
                .average()
                .orElse(0);
        return new Hexagon(
                prefix + council.slug() + "-" + cell.code(),
                path(board.day(), council.slug()),
                title,
                shown.state(),
                outline.path(),
                shown.filled() <= 0 ? "" : outline.filled(shown.filled()).path(),
                shown.colour(),
                shown.ring() ? outline.within(0.8).path() : "",
                shown.letters(),
                Outline.number(x),
                Outline.number(y + 4),
                outline.corners().size() != 6
                        || Math.abs(outline.corners().get(0).y() - y) < RADIUS * 0.5);
    }

    static String path(LocalDate day, String council) {
        return "/elections/" + day + "/" + council;
    }

    static Shown now(CouncilNight council, BoardWords words) {
        String colour = council.controlAfter()
                .map(control -> control.party().map(PartyColours::of).orElse(words.pattern()))
                .orElse(PartyColours.SEVERAL);
        String letters = council.controlAfter().map(words::letters).orElse("");
        State state = council.state();
        boolean ring = council.change() == Change.GAINED || council.change() == Change.LOST;
        return switch (state) {
            case COMPLETE -> new Shown(colour, letters.isEmpty() ? "?" : letters, 1, ring, "complete");
            case COUNTING ->
                new Shown(
                        colour,
                        letters,
                        council.declared() / (double) council.contests().size(),
                        ring,
                        "counting");
            case AWAITED, NO_ELECTION -> new Shown(PartyColours.NONE, "", 0, false, "awaited");
        };
    }

    static Shown before(CouncilNight council, BoardWords words) {
        Optional<Shown> known = council.controlBefore()
                .map(control -> new Shown(
                        control.party().map(PartyColours::of).orElse(words.pattern()),
                        words.letters(control),
                        1,
                        false,
                        "complete"));
        return known.orElse(new Shown(PartyColours.NONE, "?", 0, false, "awaited"));
    }

    /** The council as the shipped table has it, for its nation and region. */
    static Optional<CouncilHexagons.Region> region(CouncilNight council) {
        Optional<Council> known = council.council();
        return known.flatMap(CouncilHexagons.shipped()::region);
    }
}
