package uk.declared.web.thing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;

/**
 * What is counted of an area, beside the same of the areas that it lies in: first its latest poll, then each table in which it has
 * figures. Nothing here is worked out from other areas' figures; where a table has none of a place, its cell is empty.
 *
 * @param tables none where the area has no figures in any and no poll
 * @param census whether any is of the census, which is had as RDF too
 */
record AreaFigures(List<Table> tables, boolean census) {
    AreaFigures {
        tables = List.copyOf(tables);
    }

    /** The path of all this as a table: the query of the library. */
    static String table(String code) {
        return "/queries/area-figures.csv?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    /**
     * One table.
     *
     * @param unit what is counted; empty where the source does not say
     * @param places the area first, then those around it, the smallest first
     */
    record Table(String title, String unit, List<NamedLink> places, List<Line> lines) {
        Table {
            places = List.copyOf(places);
            lines = List.copyOf(lines);
        }
    }

    /** One category, with a cell for each place. */
    record Line(String category, List<Cell> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One figure.
     *
     * @param text empty where there is none
     * @param share of the place's own total in the same table, where that is there
     */
    record Cell(String text, Optional<Bar> share) {
        static final Cell EMPTY = new Cell("", Optional.empty());

        static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }
    }
}
