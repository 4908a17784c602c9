package uk.declared.web.board;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import uk.declared.night.Board;
import uk.declared.night.CouncilNight;
import uk.declared.night.Poll;
import uk.declared.night.Seats;
import uk.declared.night.Stand;
import uk.declared.web.map.PartyColours;

/** A picture for those who share a link, drawn by the JDK alone. */
final class Picture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final Color GREEN = Color.decode("#12403c");
    private static final Color INK = Color.decode("#0b0c0c");
    private static final Color GREY = Color.decode("#505a5f");
    private static final Color NONE = Color.decode("#3d4548");

    private final BoardWords words;
    private final boolean rehearsal;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();

    Picture(BoardWords words, boolean rehearsal) {
        this.words = words;
        this.rehearsal = rehearsal;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    /** The board of a day: its map, and the parties with most seats. */
    byte[] country(Board board) {
        frame(words.wording().text("day.heading", words.wording().date(board.day())));
        text(
                words.wording().text("day.progress", board.declared(), board.contests()),
                60,
                170,
                Font.PLAIN,
                28,
                GREY,
                560);
        int y = 230;
        for (Board.PartyState state : board.parties().stream().limit(6).toList()) {
            row(words.party(state.party()), Color.decode(PartyColours.of(state.party())), state.elected(), y);
            y += 54;
        }
        map(board, 640, 120, 500, 470);
        return png();
    }

    /** One council: its seats and what became of them. */
    byte[] council(CouncilNight council) {
        frame(council.name());
        text(words.change(council).orElse(words.progress(council)), 60, 180, Font.BOLD, 38, INK, 1080);
        Map<String, Integer> seats =
                council.after().total().isPresent() ? council.after().by() : council.won();
        int total = council.after()
                .total()
                .orElse(seats.values().stream().mapToInt(Integer::intValue).sum());
        bar(seats, Math.max(1, total), 215);
        int y = 330;
        for (Map.Entry<String, Integer> each :
                BoardPage.ordered(seats).stream().limit(5).toList()) {
            row(words.party(each.getKey()), colour(each.getKey()), each.getValue(), y);
            y += 54;
        }
        return png();
    }

    /** One contest: who stood, and who was elected. */
    byte[] contest(Poll poll, Board board) {
        String council =
                poll.council().flatMap(board::council).map(CouncilNight::name).orElse("");
        frame(council.isEmpty() ? poll.areaName() : poll.areaName() + ", " + council);
        text(
                poll.isDeclared() ? words.wording().text("board.turn.elected", words.won(poll)) : "",
                60,
                180,
                Font.BOLD,
                36,
                INK,
                1080);
        int most = poll.stands().stream()
                .mapToInt(stand -> stand.votes().orElse(0))
                .max()
                .orElse(0);
        int y = 250;
        for (Stand stand : poll.stands().stream().limit(6).toList()) {
            pen.setColor(colour(stand.party()));
            int votes = stand.votes().orElse(0);
            pen.fillRect(60, y - 26, most == 0 ? 12 : Math.max(12, 420 * votes / most), 34);
            text(
                    stand.name() + " · " + words.party(stand.party())
                            + (stand.votes().isPresent()
                                    ? " · " + words.wording().number(votes)
                                    : ""),
                    500,
                    y,
                    stand.elected() ? Font.BOLD : Font.PLAIN,
                    26,
                    INK,
                    640);
            y += 54;
        }
        return png();
    }

    private void frame(String title) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(GREEN);
        pen.fillRect(0, 0, WIDTH, 14);
        text("Declared", 60, 596, Font.BOLD, 28, GREEN, 300);
        if (rehearsal) {
            pen.setColor(Color.decode("#ffdd00"));
            pen.fillRect(220, 564, 420, 44);
            text(words.wording().text("rehearsal.title"), 236, 596, Font.BOLD, 28, INK, 390);
        }
        text(title, 60, 110, Font.BOLD, 52, INK, 1080);
    }

    private void row(String label, Color colour, int number, int y) {
        pen.setColor(colour);
        pen.fillRect(60, y - 24, 28, 28);
        text(label, 104, y, Font.PLAIN, 30, INK, 360);
        text(words.wording().number(number), 490, y, Font.BOLD, 32, INK, 110);
    }

    private void bar(Map<String, Integer> seats, int total, int y) {
        pen.setColor(Color.decode("#dbe3e2"));
        pen.fillRect(60, y, 1080, 56);
        double x = 60;
        for (Map.Entry<String, Integer> each : BoardPage.ordered(seats)) {
            double width = 1080.0 * each.getValue() / total;
            pen.setColor(colour(each.getKey()));
            pen.fillRect((int) Math.round(x), y, (int) Math.round(width), 56);
            x += width;
        }
        pen.setColor(INK);
        pen.fillRect(599, y - 8, 2, 72);
    }

    private void map(Board board, int left, int top, int width, int height) {
        CouncilMap map = CouncilMap.of(board, words);
        double scale = Math.min(width / (double) map.width(), height / (double) map.height());
        var before = pen.getTransform();
        pen.translate(left + (width - map.width() * scale) / 2, top + (height - map.height() * scale) / 2);
        pen.scale(scale, scale);
        pen.setColor(Color.decode("#e3e7e7"));
        pen.fill(path(map.base()));
        for (CouncilMap.Hexagon hexagon : map.now()) {
            pen.setColor(Color.WHITE);
            pen.fill(path(hexagon.outline()));
            pen.setColor(GREY);
            pen.setStroke(new BasicStroke(1.2f));
            pen.draw(path(hexagon.outline()));
            if (!hexagon.fill().isEmpty()) {
                pen.setColor(hexagon.colour().startsWith("#") ? Color.decode(hexagon.colour()) : NONE);
                pen.fill(path(hexagon.fill()));
            }
            if (!hexagon.ring().isEmpty()) {
                pen.setColor(Color.WHITE);
                pen.setStroke(new BasicStroke(2));
                pen.draw(path(hexagon.ring()));
            }
        }
        pen.setTransform(before);
    }

    /** A path as this package writes it: M, L and Z alone. */
    private static Path2D path(String text) {
        Path2D path = new Path2D.Double();
        for (String ring : text.split("Z")) {
            List<String> corners = List.of(ring.substring(1).split("L"));
            for (int i = 0; i < corners.size(); i++) {
                String[] at = corners.get(i).split(" ");
                double x = Double.parseDouble(at[0]);
                double y = Double.parseDouble(at[1]);
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            path.closePath();
        }
        return path;
    }

    private static Color colour(String party) {
        return party.equals(Seats.VACANT) ? Color.decode("#d8dcdd") : Color.decode(PartyColours.of(party));
    }

    /** Writes a text, smaller where it would be wider than it may. */
    private void text(String text, int x, int y, int style, int size, Color colour, int widest) {
        pen.setColor(colour);
        int fitting = size;
        pen.setFont(new Font(Font.SANS_SERIF, style, fitting));
        FontMetrics metrics = pen.getFontMetrics();
        while (fitting > 16 && metrics.stringWidth(text) > widest) {
            fitting -= 2;
            pen.setFont(new Font(Font.SANS_SERIF, style, fitting));
            metrics = pen.getFontMetrics();
        }
        String shown = text;
        while (shown.length() > 4 && metrics.stringWidth(shown) > widest) {
            shown = shown.substring(0, shown.length() - 2) + "\u2026";
        }
        pen.drawString(shown, x, y);
    }

    private byte[] png() {
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
