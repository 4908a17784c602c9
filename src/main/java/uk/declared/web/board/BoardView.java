package uk.declared.web.board;

import java.util.List;
import java.util.Optional;
import uk.declared.web.map.MapView;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;

/**
 * What the page of a board shows.
 *
 * @param path of the board as it stands now
 * @param moment what to say where it shows an earlier moment; empty where it shows now
 * @param live the address of what changed since this board; empty where nothing is to change
 * @param version of the board: what changed is asked for since it
 * @param map of hexagons
 * @param outlines the map by boundaries, which is shown instead where it is there
 * @param otherMap the way to the other of the two, where there are both
 * @param council the part of the country that is shown, where that is one council
 */
record BoardView(
        String heading,
        String path,
        String moment,
        String live,
        long version,
        Optional<CouncilPart> council,
        Totals totals,
        Optional<CouncilMap> map,
        Optional<OutlineMap> outlines,
        Optional<NamedLink> otherMap,
        List<String> notOnTheMap,
        List<Legend> legend,
        List<PartyRow> parties,
        List<PartyRow> smaller,
        Optional<NoneRow> none,
        Filters filters,
        List<CouncilRow> councils,
        List<ContestRow> contests,
        List<ContestRow> byElections,
        List<ContestRow> others,
        List<TickerLine> lines,
        Optional<NamedLink> allLines,
        Optional<Replay> replay,
        List<NamedLink> data,
        Optional<NamedLink> before,
        Optional<NamedLink> after)
        implements Page.Pictured {
    @Override
    public String picture() {
        return path + "/picture.png";
    }

    /** What others write into a page of theirs to show this in it. */
    public String snippet(String origin) {
        String part = council.isPresent() ? path.substring(0, path.lastIndexOf('/')) + "/council/" + slug() : path;
        return "<iframe src=\"" + origin + "/embed" + part + "\" title=\"" + heading
                + "\" width=\"100%\" height=\"800\" loading=\"lazy\"></iframe>";
    }

    /** The council's slug; empty where the whole country is shown. */
    public String slug() {
        return council.map(part -> path.substring(path.lastIndexOf('/') + 1)).orElse("");
    }

    /** Whether a council said when it expects to declare. */
    public boolean isExpected() {
        return councils.stream().anyMatch(row -> !row.expected().isEmpty());
    }

    /** Beside a table that has no row of its own for councils that nobody controls. */
    public Optional<NoneRow> noNone() {
        return Optional.empty();
    }

    /**
     * How far the day's counts are.
     *
     * @param updated when the last declaration came, ready to be read; empty where none has
     */
    record Totals(
            String progress,
            int declared,
            int contests,
            String councils,
            String updated,
            String nowhere,
            String compared) {}

    /** What a colour of the map stands for. */
    record Legend(String colour, String label) {}

    /** A party's state; differences have their sign, and are empty where nothing can be compared. */
    record PartyRow(
            String label,
            String href,
            String colour,
            String elected,
            String sinceFought,
            String sinceEve,
            String controls,
            String gained,
            String lost) {}

    /** Councils that nobody controls. */
    record NoneRow(String label, String controls, String gained, String lost) {}

    /** What may be chosen, and what is. */
    record Filters(String text, List<Choice> regions, List<Choice> parties, List<Choice> changes) {}

    /** One of several. */
    record Choice(String value, String label, boolean chosen) {}

    /** A council in the table. */
    record CouncilRow(
            String slug,
            String name,
            String href,
            String region,
            String kind,
            String partyKeys,
            String progress,
            double share,
            String before,
            String after,
            String letters,
            String colour,
            String change,
            List<Bar> seats,
            String seatsText,
            String net,
            String turnout,
            String sortChange,
            String expected,
            String expectedAt) {}

    /** A part of a bar of seats. */
    record Bar(String x, String width, String colour, String title) {}

    /** The part of the country that is one council. */
    record CouncilPart(
            String name,
            NamedLink council,
            Optional<NamedLink> election,
            String change,
            String before,
            String after,
            String toPlayFor,
            List<SeatRow> seats,
            List<Bar> bar,
            Optional<MapView> map,
            NamedLink country) {}

    /** A party's seats on a council. */
    record SeatRow(String label, String colour, String before, String up, String won, String after) {}

    /** A contest in a list. */
    record ContestRow(
            String key,
            String name,
            String href,
            String council,
            String status,
            String expected,
            String result,
            List<String> candidates,
            String turnout) {}

    /** A line of the ticker. */
    record TickerLine(
            String id,
            String time,
            String place,
            String council,
            String href,
            String text,
            String kind,
            String region,
            String slug,
            String partyKeys,
            boolean strong) {}

    /**
     * What a replay needs.
     *
     * @param from the first moment, as minutes are counted from it
     * @param minutes how many there are until the last
     * @param at the minute that is shown
     */
    record Replay(String from, long minutes, long at, String atText, boolean earlier) {}
}
