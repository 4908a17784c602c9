package uk.declared.dump;

import java.util.Optional;
import java.util.regex.Pattern;
import uk.declared.linkeddata.Uris;

/**
 * What a dump holds.
 *
 * <ul>
 *   <li>{@code all}: every graph;
 *   <li>{@code shared}: what contests share (elections, areas, councils, parties), reference data, and the record of
 *       declarations;
 *   <li>a year, such as {@code 2024}: the results and statistics of its polling days;
 *   <li>an election's identifier, such as {@code local.trafford.2024-05-02}: the results and statistics of its contests.
 * </ul>
 *
 * @param name by which addresses and file names know it
 */
public record DumpSelection(String name) {
    public static final DumpSelection ALL = new DumpSelection("all");
    public static final DumpSelection SHARED = new DumpSelection("shared");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ELECTION = Pattern.compile("([a-z]+)((?:\\.[A-Za-z0-9-]+)*)\\.(\\d{4}-\\d\\d-\\d\\d)");

    /** The selection of a name; absent where the name is none. */
    public static Optional<DumpSelection> parse(String name) {
        boolean known = name.equals(ALL.name)
                || name.equals(SHARED.name)
                || YEAR.matcher(name).matches()
                || ELECTION.matcher(name).matches();
        return known ? Optional.of(new DumpSelection(name)) : Optional.empty();
    }

    /** Whether a graph belongs to it. */
    boolean holds(String graph, Uris uris) {
        if (equals(ALL)) {
            return true;
        }
        String contests = uris.base() + "/doc/contest/";
        if (!graph.startsWith(contests)) {
            return equals(SHARED);
        }
        if (equals(SHARED)) {
            return false;
        }
        String path = graph.substring(contests.length());
        int slash = path.indexOf('/');
        return holdsContest(slash < 0 ? path : path.substring(0, slash));
    }

    private boolean holdsContest(String contest) {
        int day = contest.lastIndexOf('.');
        if (YEAR.matcher(name).matches()) {
            return contest.startsWith(name + "-", day + 1);
        }
        int electionDay = name.lastIndexOf('.');
        String body = name.substring(0, electionDay);
        boolean sameDay = contest.substring(day).equals(name.substring(electionDay));
        return sameDay
                && (contest.startsWith(body + ".") || contest.substring(0, day).equals(body));
    }
}
