package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.GssCode;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;

/**
 * The table {@code Equivalents.csv} of the Code History Database: which codes others have, or had, for an area. Each is an
 * {@code adms:Identifier} of the area, with who gave it; none of them is the area's {@code skos:notation}.
 */
final class AreaEquivalents implements ReferenceRelease {
    static final String FORMER_ONS_CODE = "geogcdo";

    private static final String CODE = "geogcd";
    private static final String ADMS = "http://www.w3.org/ns/adms#";

    /** Who gave a code, by the column that it stands in. */
    private static final Map<String, String> AGENCIES = new TreeMap<>(Map.of(
            FORMER_ONS_CODE,
            "Office for National Statistics, before 2011",
            "geogcdd",
            "Ministry of Housing, Communities and Local Government",
            "geogcdh",
            "Department of Health and NHS",
            "geogcds",
            "Scottish Government",
            "geogcdi",
            "Northern Ireland Statistics and Research Agency",
            "geogcdwg",
            "Welsh Government"));

    private final String table;
    private final Map<GssCode, Set<Identifier>> identifiers;
    private final Optional<LocalDate> date;
    private final List<String> leftOut;

    private AreaEquivalents(String table, Reading reading, List<String> leftOut) {
        this.table = table;
        this.identifiers = reading.identifiers;
        this.date = reading.latest;
        this.leftOut = List.copyOf(leftOut);
    }

    /** A code that others have for an area. */
    private record Identifier(String agency, String code) implements Comparable<Identifier> {
        @Override
        public int compareTo(Identifier other) {
            int byAgency = agency.compareTo(other.agency);
            return byAgency == 0 ? code.compareTo(other.code) : byAgency;
        }
    }

    /** Whether a table is one of these, by its headings. */
    static boolean recognises(ReferenceTable table) {
        return table.has(CODE) && table.has(FORMER_ONS_CODE);
    }

    static AreaEquivalents read(ReferenceTable table) throws UnreadableReferenceException {
        Reading reading = new Reading();
        table.forEach(reading::take);
        return reading.result(table.part());
    }

    /** Dated by the latest day in it, where it has one, since the file does not say when it was made. */
    @Override
    public Facts facts() {
        return Facts.of(
                        ReferenceKind.GEOGRAPHY,
                        "equivalents" + date.map(day -> "-" + day).orElse(""),
                        identifiers.size(),
                        "areas with codes of others")
                .table(table)
                .leavingOut(leftOut)
                .superseding(earlier -> earlier.startsWith("equivalents"))
                .from(Source.ONS);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return identifiers.entrySet().stream()
                .flatMap(area ->
                        area.getValue().stream().flatMap(identifier -> map(area.getKey(), identifier, uris).stream()));
    }

    private static List<Triple> map(GssCode code, Identifier identifier, Uris uris) {
        Triples triples = new Triples();
        Node area = uris.area(code);
        Node node = Uris.partOf(area, "identifier/" + Slug.of(identifier.agency()) + "/" + Slug.of(identifier.code()));
        triples.about(area).external(ADMS + "identifier", node);
        triples.about(node)
                .a(NodeFactory.createURI(ADMS + "Identifier"))
                .add(SKOS.notation.asNode(), Literals.text(identifier.code()))
                .external(ADMS + "schemaAgency", Literals.english(identifier.agency()));
        return triples.list();
    }

    /** Gathers the codes by area. */
    private static final class Reading {
        private final Map<GssCode, Set<Identifier>> identifiers = new TreeMap<>();
        private final ReferenceDates dates = new ReferenceDates();
        private Optional<LocalDate> latest = Optional.empty();
        private int small;
        private int otherCodes;

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            Optional<GssCode> code = GssCode.parse(row.text(CODE));
            if (code.isEmpty()) {
                otherCodes++;
                return;
            }
            if (EntityCodes.isSmall(code.get().entity())) {
                small++;
                return;
            }
            for (String column : new String[] {"operdate", "termdate"}) {
                Optional<LocalDate> day = dates.read(row, column);
                latest = Stream.concat(latest.stream(), day.stream()).max(LocalDate::compareTo);
            }
            for (Map.Entry<String, String> agency : AGENCIES.entrySet()) {
                String other = row.text(agency.getKey());
                if (!other.isEmpty()
                        && !other.equals(code.get().value())
                        && !Slug.of(other).isEmpty()) {
                    identifiers
                            .computeIfAbsent(code.get(), missing -> new TreeSet<>())
                            .add(new Identifier(agency.getValue(), other));
                }
            }
        }

        private AreaEquivalents result(ReferenceFile.Part part) throws UnreadableReferenceException {
            if (identifiers.isEmpty()) {
                throw new UnreadableReferenceException(part.label()
                        + " holds no area with a code of its own (GEOGCD) and one of others (GEOGCDO, GEOGCDD …). Fetch the"
                        + " file from ONS again.");
            }
            List<String> leftOut = new ArrayList<>();
            if (small > 0) {
                leftOut.add(String.format(
                        Locale.UK, "%,d rows about output areas and other small statistical areas.", small));
            }
            if (otherCodes > 0) {
                leftOut.add(String.format(Locale.UK, "%,d rows whose codes are not of nine characters.", otherCodes));
            }
            return new AreaEquivalents(part.table(), this, leftOut);
        }
    }
}
