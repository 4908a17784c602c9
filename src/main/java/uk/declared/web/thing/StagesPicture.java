package uk.declared.web.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A count by stages as curves: a line for each candidate from stage to stage, and one across for the quota.
 *
 * @param quota how far down the line of the quota is; absent where the quota is not known
 * @param stages where each stage stands
 */
record StagesPicture(int width, int height, Optional<String> quota, List<Mark> stages, List<Curve> curves) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 340;
    private static final int LEFT = 12;
    private static final int RIGHT = 150;
    private static final int BOTTOM = 24;
    private static final int TOP = 14;
    private static final int APART = 13;

    /** Where something stands, and what is written there. */
    record Mark(String at, String text) {}

    /**
     * A candidate's votes from stage to stage.
     *
     * @param points as SVG writes them
     * @param label where the name stands
     */
    record Curve(String name, String colour, String points, String labelAt, String label) {}

    /** What is drawn of a candidate: votes at each stage, absent where the source gives none. */
    record Drawn(String name, String colour, List<Optional<BigDecimal>> votes) {}

    static StagesPicture of(Optional<BigDecimal> quota, int stages, List<Drawn> candidates) {
        double most = Math.max(
                1,
                Math.max(
                        quota.map(BigDecimal::doubleValue).orElse(0.0),
                        candidates.stream()
                                .flatMap(each -> each.votes().stream().flatMap(Optional::stream))
                                .mapToDouble(BigDecimal::doubleValue)
                                .max()
                                .orElse(0)));
        List<Curve> curves = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        for (Drawn each : candidates) {
            StringBuilder points = new StringBuilder();
            double lastX = LEFT;
            double lastY = y(0, most);
            for (int i = 0; i < each.votes().size(); i++) {
                Optional<BigDecimal> votes = each.votes().get(i);
                if (votes.isPresent()) {
                    lastX = x(i, stages);
                    lastY = y(votes.get().doubleValue(), most);
                    points.append(number(lastX))
                            .append(',')
                            .append(number(lastY))
                            .append(' ');
                }
            }
            double label = lastY;
            while (taken.stream().anyMatch(near(label))) {
                label += APART;
            }
            taken.add(label);
            curves.add(
                    new Curve(each.name(), each.colour(), points.toString().strip(), number(label + 4), each.name()));
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            marks.add(new Mark(number(x(i, stages)), Integer.toString(i + 1)));
        }
        double height = Math.max(
                HEIGHT, taken.stream().mapToDouble(Double::doubleValue).max().orElse(0) + BOTTOM);
        return new StagesPicture(
                WIDTH,
                (int) Math.ceil(height),
                quota.map(votes -> number(y(votes.doubleValue(), most))),
                marks,
                curves);
    }

    private static Predicate<Double> near(double label) {
        return other -> Math.abs(other - label) < APART - 0.5;
    }

    /** Where the names of candidates stand. */
    public String namesAt() {
        return Integer.toString(WIDTH - RIGHT + 8);
    }

    /** Where the curves end. */
    public String end() {
        return Integer.toString(WIDTH - RIGHT);
    }

    private static double x(int stage, int stages) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (stages == 1 ? 1.0 : stage / (stages - 1.0));
    }

    private static double y(double votes, double most) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - votes / most);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
