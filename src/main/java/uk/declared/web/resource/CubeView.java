package uk.declared.web.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;

/**
 * A table of figures as a page shows it.
 *
 * @param dimensions what it counts by, each code a link to the figures that have it
 * @param headings of the columns after area and time
 * @param rows one page of its figures
 */
record CubeView(
        List<Dimension> dimensions,
        String count,
        List<String> headings,
        List<Row> rows,
        Optional<String> previous,
        Optional<String> next) {
    private static final int SIZE = 100;

    /** A dimension and its codes. */
    record Dimension(String label, List<NamedLink> codes) {}

    /** A figure. */
    record Row(NamedLink area, String period, List<String> codes, String unit, String value) {}

    /** @param path of the table's page */
    static CubeView of(Cube cube, String path, int page, Wording wording) {
        List<Dimension> dimensions = cube.dimensions().stream()
                .map(dimension -> new Dimension(
                        dimension.label(),
                        dimension.codes().entrySet().stream()
                                .map(code ->
                                        new NamedLink(path + "?slice=" + Cube.fragment(code.getKey()), code.getValue()))
                                .toList()))
                .toList();
        List<Row> rows = cube.rows().stream()
                .skip((long) (page - 1) * SIZE)
                .limit(SIZE)
                .map(row -> row(cube, row))
                .toList();
        return new CubeView(
                dimensions,
                wording.number(cube.rows().size()),
                cube.dimensions().stream().map(Cube.Dimension::label).toList(),
                rows,
                page > 1 ? Optional.of(path + "?page=" + (page - 1)) : Optional.empty(),
                (long) page * SIZE < cube.rows().size() ? Optional.of(path + "?page=" + (page + 1)) : Optional.empty());
    }

    private static Row row(Cube cube, Cube.Row row) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < cube.dimensions().size(); i++) {
            codes.add(cube.label(i, row));
        }
        return new Row(
                new NamedLink(Uris.THINGS + Uris.AREA + row.area(), row.area()),
                row.period(),
                codes,
                row.unit(),
                row.value());
    }
}
