package uk.declared.web.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A convex polygon of a drawing, its corners in order. */
record Outline(List<Corner> corners) {
    /** A corner; {@code y} is counted downwards. */
    record Corner(double x, double y) {}

    Outline {
        corners = List.copyOf(corners);
    }

    /** A hexagon that stands on a corner. */
    static Outline hexagon(double x, double y, double radius) {
        List<Corner> corners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double angle = Math.toRadians(60.0 * i - 90);
            corners.add(new Corner(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
        }
        return new Outline(corners);
    }

    /** The part west of a line, or east of it. */
    Outline beside(double line, boolean west) {
        return clipped(corner -> west ? line - corner.x() : corner.x() - line);
    }

    /** The lower part, as a glass that is filled to this share of its height. */
    Outline filled(double share) {
        double top = corners.stream().mapToDouble(Corner::y).min().orElse(0);
        double bottom = corners.stream().mapToDouble(Corner::y).max().orElse(0);
        double level = bottom - (bottom - top) * Math.max(0, Math.min(1, share));
        return clipped(corner -> corner.y() - level);
    }

    /** The same, smaller around its middle. */
    Outline within(double share) {
        double x = corners.stream().mapToDouble(Corner::x).average().orElse(0);
        double y = corners.stream().mapToDouble(Corner::y).average().orElse(0);
        return new Outline(corners.stream()
                .map(corner -> new Corner(x + (corner.x() - x) * share, y + (corner.y() - y) * share))
                .toList());
    }

    /** As SVG writes a path. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Corner corner : corners) {
            path.append(path.length() == 0 ? 'M' : 'L')
                    .append(number(corner.x()))
                    .append(' ')
                    .append(number(corner.y()));
        }
        return path.append('Z').toString();
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** How far inside a corner is; below 0 where it is outside. */
    private interface Inside {
        double of(Corner corner);
    }

    private Outline clipped(Inside inside) {
        List<Corner> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            double a = inside.of(from);
            double b = inside.of(to);
            if (a >= 0) {
                kept.add(from);
            }
            if (a * b < 0) {
                double share = a / (a - b);
                kept.add(new Corner(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share));
            }
        }
        return new Outline(kept);
    }
}
