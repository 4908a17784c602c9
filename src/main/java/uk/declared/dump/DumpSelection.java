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
 *   <li>{@code other-licences}: every graph that is not under an open licence;
 *   <li>an election's identifier, such as {@code local.trafford.2024-05-02}: the results and statistics of its contests.
 * </ul>
 *
 * <p>All but {@code other-licences} leave out what is not under an open licence, unless it is asked for.
 *
 * @param name by which addresses and file names know it
 * @param everyLicence whether what is not under an open licence belongs to it too
 */
public record DumpSelection(String name, boolean everyLicence) {
    public static final DumpSelection ALL = new DumpSelection("all", false);
    public static final DumpSelection SHARED = new DumpSelection("shared", false);
    public static final DumpSelection OTHER_LICENCES = new DumpSelection("other-licences", true);

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ELECTION = Pattern.compile("([a-z]+)((?:\\.[A-Za-z0-9-]+)*)\\.(\\d{4}-\\d\\d-\\d\\d)");

    /** The selection of a name; absent where the name is none. */
    public static Optional<DumpSelection> parse(String name) {
        boolean known = name.equals(ALL.name)
                || name.equals(SHARED.name)
                || name.equals(OTHER_LICENCES.name)
                || YEAR.matcher(name).matches()
                || ELECTION.matcher(name).matches();
        return known ? Optional.of(new DumpSelection(name, name.equals(OTHER_LICENCES.name))) : Optional.empty();
    }

    /** The same with what is under other licences than open ones, or under none that is known. */
    public DumpSelection withEveryLicence() {
        return new DumpSelection(name, true);
    }

    /** Whether a graph belongs to it. */
    boolean holds(String graph, Uris uris, GraphLicences licences) {
        if (name.equals(OTHER_LICENCES.name)) {
            return !licences.isOpen(graph);
        }
        return concerns(graph, uris) && (everyLicence || licences.isOpen(graph));
    }

    /** Whether a graph would belong to it, whatever its licence. */
    boolean concerns(String graph, Uris uris) {
        if (name.equals(ALL.name)) {
            return true;
        }
        Optional<String> contest = uris.contestOfGraph(graph);
        if (contest.isEmpty()) {
            return name.equals(SHARED.name);
        }
        if (name.equals(SHARED.name)) {
            return false;
        }
        return holdsContest(contest.get());
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
