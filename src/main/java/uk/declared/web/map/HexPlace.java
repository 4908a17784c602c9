package uk.declared.web.map;

/**
 * Where an area stands in a layout of hexagons.
 *
 * @param layout which layout it is
 * @param form which rows or columns are moved by half a hexagon: {@code odd-r}, {@code even-r}, {@code odd-q}, {@code even-q}
 * @param column counted eastwards
 * @param row counted northwards
 */
public record HexPlace(String layout, String form, int column, int row) {
    private static final double TALL = Math.sqrt(3) / 2;

    /** Whether hexagons stand on an edge, as they do where columns are moved. */
    boolean isFlat() {
        return form.endsWith("q");
    }

    /** How far east the middle is, in radii of a hexagon. */
    double east() {
        return isFlat() ? 1.5 * column : 2 * TALL * (column + moved(row));
    }

    /** How far south the middle is, in radii of a hexagon. */
    double south() {
        return isFlat() ? -2 * TALL * (row + moved(column)) : -1.5 * row;
    }

    private double moved(int number) {
        boolean odd = Math.floorMod(number, 2) == 1;
        return odd == form.startsWith("odd") ? 0.5 : 0;
    }
}
