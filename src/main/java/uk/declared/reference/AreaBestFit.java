package uk.declared.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * A best-fit lookup of ONS: which ward each output area or super output area is counted with, since most of its people live
 * there. Figures of the small areas are summed to wards by it.
 */
public final class AreaBestFit implements ReferenceRelease {
    /** What the names of these releases begin with. */
    public static final String NAME = "best-fit-";

    private static final Pattern SMALL = Pattern.compile("(oa|lsoa|dz|sdz)\\d{2}cd");
    private static final Pattern WARD = Pattern.compile("(wd|ced|dea)\\d{2}cd");

    private final String table;
    private final String name;
    private final Map<String, String> wards;
    private final int withoutCode;

    private AreaBestFit(String table, String name, Map<String, String> wards, int withoutCode) {
        this.table = table;
        this.name = name;
        this.wards = wards;
        this.withoutCode = withoutCode;
    }

    static boolean recognises(ReferenceTable table) {
        return column(table, SMALL).isPresent() && column(table, WARD).isPresent();
    }

    private static Optional<String> column(ReferenceTable table, Pattern shape) {
        return table.headings().stream()
                .filter(heading -> shape.matcher(heading).matches())
                .findFirst();
    }

    static AreaBestFit read(ReferenceTable table) throws UnreadableReferenceException {
        String small = column(table, SMALL).orElseThrow();
        String ward = column(table, WARD).orElseThrow();
        Map<String, String> wards = new TreeMap<>();
        int[] withoutCode = {0};
        table.forEach(row -> {
            Optional<GssCode> one = GssCode.parse(row.text(small));
            Optional<GssCode> in = GssCode.parse(row.text(ward));
            if (one.isEmpty() || in.isEmpty()) {
                withoutCode[0]++;
                return;
            }
            String before = wards.putIfAbsent(one.get().value(), in.get().value());
            if (before != null && !before.equals(in.get().value())) {
                throw row.refusal(one.get() + " is counted with " + in.get() + " here and with " + before
                        + " further up, and a best fit is with one. Choose ONS's best-fit lookup.");
            }
        });
        if (wards.isEmpty()) {
            throw new UnreadableReferenceException(
                    table.part().label()
                            + " holds no small area with a code such as E01006074 and its ward. Fetch the lookup from ONS again.");
        }
        return new AreaBestFit(
                table.part().table(),
                NAME + without(small) + "-" + without(ward) + "-" + coverage(wards.values()),
                wards,
                withoutCode[0]);
    }

    private static String without(String heading) {
        Matcher ending = Pattern.compile("cd$").matcher(heading);
        return ending.replaceFirst("");
    }

    /** The nations' letters and, so that a council's extract does not take the nation's place, the lowest ward. */
    private static String coverage(Collection<String> wards) {
        Set<String> sorted = new TreeSet<>(wards);
        String nations =
                sorted.stream().map(code -> code.substring(0, 1)).distinct().collect(Collectors.joining());
        return (nations + "-" + sorted.iterator().next()).toLowerCase(Locale.ROOT);
    }

    /** Lookups to the wards of other years are no less true. */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.GEOGRAPHY, name, wards.size(), "small areas with their wards")
                .table(table)
                .leavingOut(
                        withoutCode == 0
                                ? List.of()
                                : List.of(String.format(
                                        Locale.UK, "%,d rows without the codes of both areas.", withoutCode)))
                .from(Source.ONS);
    }

    /** The ward that each small area is counted with, by their codes. */
    public Map<String, String> wards() {
        return wards;
    }

    /** What the small areas are, such as {@code lsoa21}: lookups of the same ones can be compared. */
    String smallAreas() {
        return name.substring(NAME.length()).replaceFirst("-.*", "");
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        Map<String, Node> nodes = new HashMap<>();
        Node property = Vocabulary.term("bestFit");
        Stream<Triple> fits = wards.entrySet().stream()
                .map(each -> Triple.create(
                        Uris.statisticalGeography(new GssCode(each.getKey())),
                        property,
                        nodes.computeIfAbsent(each.getValue(), ward -> uris.area(new GssCode(ward)))));
        return Stream.concat(
                fits, new TreeSet<>(wards.values()).stream().flatMap(ward -> ward(new GssCode(ward), uris).stream()));
    }

    private static List<Triple> ward(GssCode code, Uris uris) {
        Triples triples = new Triples();
        triples.about(uris.area(code)).le("statisticalGeography", Uris.statisticalGeography(code));
        return triples.list();
    }
}
