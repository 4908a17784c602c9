package uk.declared.web.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.CouncilHexagons.Region;
import uk.declared.night.CouncilNight;
import uk.declared.night.NightLine;
import uk.declared.web.board.BoardView.TickerLine;

/** The lines of a board's ticker, as they are shown and chosen from. */
final class BoardLines {
    private final BoardWords words;

    BoardLines(BoardWords words) {
        this.words = words;
    }

    List<TickerLine> lines(Board board, Asked asked, int most) {
        return chosen(board, asked).stream()
                .limit(most)
                .map(line -> line(line, board))
                .toList();
    }

    /** The lines that are asked for, the newest first. */
    List<NightLine> chosen(Board board, Asked asked) {
        return board.lines().stream()
                .filter(line -> asked.region().isEmpty() || region(board, line).equals(asked.region()))
                .filter(line ->
                        asked.party().isEmpty() || line.parties(board.names()).contains(asked.party()))
                .filter(line -> asked.change().isEmpty() || line.news().equals(asked.change()))
                .filter(line -> asked.text().isEmpty()
                        || (words.place(line) + " "
                                        + councilOf(board, line)
                                                .map(CouncilNight::name)
                                                .orElse(""))
                                .toLowerCase(Locale.ROOT)
                                .contains(asked.text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    TickerLine line(NightLine line, Board board) {
        boolean control = line.council().isPresent();
        return new TickerLine(
                line.id(),
                words.time(line.time()),
                words.place(line),
                control ? "" : councilOf(board, line).map(CouncilNight::name).orElse(""),
                control
                        ? CouncilMap.path(
                                board.day(), line.council().orElseThrow().slug())
                        : Uris.DECLARATIONS + line.poll().contest() + "/"
                                + line.poll().version(),
                words.line(line),
                line.news(),
                region(board, line),
                line.poll().council().orElse(""),
                String.join(" ", line.parties(board.names())),
                control);
    }

    private static Optional<CouncilNight> councilOf(Board board, NightLine line) {
        return line.poll().council().flatMap(board::council);
    }

    private static String region(Board board, NightLine line) {
        return councilOf(board, line)
                .flatMap(CouncilMap::region)
                .map(Region::code)
                .orElse("");
    }
}
