package uk.declared.web.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.declared.night.Board;
import uk.declared.night.CouncilNight;
import uk.declared.web.board.CountryOutlines.Drawing;
import uk.declared.web.board.CountryOutlines.Place;

/**
 * The map of councils by control, by their boundaries. The outlines stand in a drawing of their own, which is loaded once and
 * kept; here is said how each is shown. A council that nobody controls is hatched, one that changed hands is dotted, one that
 * counts is filled as far as it is declared, one that is awaited is white with a line around it; where there is room, letters
 * say what a colour says.
 *
 * @param box the part of the drawing that is shown, as SVG writes it
 * @param nations the letters of the nations that are shown, in grey where there is no election
 * @param now councils with an election, as they stand
 * @param before the same councils on the eve
 */
record OutlineMap(String box, String file, List<String> nations, List<Outlined> now, List<Outlined> before) {
    /** So much room letters need, in units of the drawing. */
    private static final double ROOM = 13;

    private static final double MARGIN = 8;

    /**
     * A council's outline.
     *
     * @param key of it on the page
     * @param code its name in the drawing
     * @param share how far it is filled, from 0 to 1
     * @param changed whether it changed hands
     * @param letters a short name; empty where there is none to say, or no room for it
     */
    record Outlined(
            String key,
            String code,
            String href,
            String title,
            String state,
            String colour,
            String share,
            boolean partly,
            boolean changed,
            String letters,
            String x,
            String y) {}

    /** The address of the outlines of a day. */
    static String file(LocalDate day) {
        return "/elections/" + day + "/outlines.svg";
    }

    /**
     * Absent where most councils have no boundary, and where a county votes on the same day as one of its districts: one would
     * hide the other, and hexagons show both.
     */
    static Optional<OutlineMap> of(Board board, Drawing drawing, BoardWords words) {
        List<CouncilNight> drawn = board.electing().stream()
                .filter(council -> place(council, board, drawing).isPresent())
                .sorted(Comparator.comparing(CouncilNight::slug))
                .toList();
        if (drawn.isEmpty() || drawn.size() * 2 <= board.electing().size() || CouncilMap.sharesHexagons(board)) {
            return Optional.empty();
        }
        Set<String> nations = new TreeSet<>();
        List<Outlined> now = new ArrayList<>();
        List<Outlined> before = new ArrayList<>();
        for (CouncilNight council : drawn) {
            Place place = place(council, board, drawing).orElseThrow();
            String code = code(council, board, drawing).orElseThrow();
            nations.add(code.substring(0, 1));
            now.add(outlined(
                    "map-", council, code, place, CouncilMap.now(council, words), words.title(council), board));
            before.add(outlined(
                    "then-",
                    council,
                    code,
                    place,
                    CouncilMap.before(council, words),
                    words.titleBefore(council),
                    board));
        }
        return Optional.of(new OutlineMap(box(drawing, nations), file(board.day()), List.copyOf(nations), now, before));
    }

    /** Councils that have no boundary here. */
    static List<CouncilNight> withoutPlace(Board board, Drawing drawing) {
        return board.electing().stream()
                .filter(council -> place(council, board, drawing).isEmpty())
                .toList();
    }

    private static Optional<String> code(CouncilNight council, Board board, Drawing drawing) {
        return council.council().flatMap(known -> CountryOutlines.code(known, board.day(), drawing));
    }

    private static Optional<Place> place(CouncilNight council, Board board, Drawing drawing) {
        return code(council, board, drawing).map(drawing.places()::get);
    }

    private static Outlined outlined(
            String prefix,
            CouncilNight council,
            String code,
            Place place,
            CouncilMap.Shown shown,
            String title,
            Board board) {
        return new Outlined(
                prefix + council.slug(),
                code,
                CouncilMap.path(board.day(), council.slug()),
                title,
                shown.state(),
                shown.filled() <= 0 ? "" : shown.colour(),
                String.format(Locale.ROOT, "%.3f", shown.filled()),
                shown.filled() > 0 && shown.filled() < 1,
                shown.ring(),
                place.room() < ROOM && !shown.letters().equals("?") ? "" : shown.letters(),
                Outline.number(place.x()),
                Outline.number(place.y() + 6));
    }

    private static String box(Drawing drawing, Set<String> nations) {
        double west = Double.MAX_VALUE;
        double north = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = -Double.MAX_VALUE;
        for (var each : drawing.places().entrySet()) {
            if (nations.contains(each.getKey().substring(0, 1))) {
                west = Math.min(west, each.getValue().west());
                north = Math.min(north, each.getValue().north());
                east = Math.max(east, each.getValue().east());
                south = Math.max(south, each.getValue().south());
            }
        }
        return String.join(
                " ",
                Outline.number(west - MARGIN),
                Outline.number(north - MARGIN),
                Outline.number(east - west + 2 * MARGIN),
                Outline.number(south - north + 2 * MARGIN));
    }
}
