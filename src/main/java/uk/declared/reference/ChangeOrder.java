package uk.declared.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;

/**
 * The order that made a code what it is, as ONS writes it: a number such as {@code 1270/2017} or {@code 2017/1270}, and a
 * title. What ONS files under a number of its own, such as “Name Change” under {@code 6001/2014}, is no order.
 *
 * @param id empty where the source gives none
 * @param title empty where the source gives none
 */
record ChangeOrder(String id, String title) {
    /** How ONS itself stated the order that made a code, in its own linked data. */
    private static final String BOUNDARY_CHANGE = "http://statistics.data.gov.uk/def/boundary-change/";

    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d{1,4})/((?:19|20)\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d{2})/(\\d{1,4})");
    private static final Pattern OF_A_YEAR =
            Pattern.compile("(?i).*\\b(?:orders?|regulations)\\b.*?\\b((?:19|20)\\d{2})\\s*$");

    /** States the order of an area; nothing where there is none. */
    void describe(GssCode code, Triples.Describing area) {
        if (!id.isEmpty()) {
            area.add(NodeFactory.createURI(BOUNDARY_CHANGE + "originatingChangeOrder"), Literals.text(id));
        }
        if (!title.isEmpty()) {
            area.add(NodeFactory.createURI(BOUNDARY_CHANGE + "changeOrderTitle"), Literals.text(title));
        }
        legislation(code).ifPresent(order -> area.le("madeByOrder", order));
    }

    /**
     * The statutory instrument at legislation.gov.uk, where that is sure: for areas of England, whose orders are UK
     * statutory instruments, and where the title is that of an order of the very year that the number has.
     */
    Optional<Node> legislation(GssCode code) {
        Matcher titled = OF_A_YEAR.matcher(title);
        if (!code.value().startsWith("E") || !titled.matches()) {
            return Optional.empty();
        }
        String year = titled.group(1);
        return number(year)
                .map(number -> NodeFactory.createURI("http://www.legislation.gov.uk/id/uksi/" + year + "/" + number));
    }

    /** The number within a year; where both parts could be years, the one that the title does not name is the number. */
    private Optional<String> number(String year) {
        Matcher numberFirst = NUMBER_FIRST.matcher(id);
        if (numberFirst.matches() && numberFirst.group(2).equals(year)) {
            return Optional.of(numberFirst.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(id);
        return yearFirst.matches() && yearFirst.group(1).equals(year)
                ? Optional.of(yearFirst.group(2))
                : Optional.empty();
    }
}
