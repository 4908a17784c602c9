package uk.declared.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.GssCode;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * Maps a table of counts to an RDF Data Cube: by area (the ONS URI that contests have too, so that they join), by period
 * where the table has one, and by what it counts. Dimensions and categories belong to the table, and are called as it calls
 * them.
 */
final class CensusMapper {
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final String DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";
    private static final Node OBS_VALUE = uri("http://purl.org/linked-data/sdmx/2009/measure#obsValue");
    private static final Node UNIT = uri("http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure");
    private static final Node REF_AREA = uri(DIMENSION + "refArea");
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node METHOD = Vocabulary.code("method", "best-fit-sum");
    private static final Node REF_PERIOD = uri(DIMENSION + "refPeriod");

    private static final Node STATUS = uri("http://purl.org/linked-data/sdmx/2009/attribute#obsStatus");
    private static final Node ESTIMATED = uri("http://purl.org/linked-data/sdmx/2009/code#obsStatus-E");

    private final Node dataSet;

    /** The table whose dimensions and categories these are: sums share them with the table that they were made from. */
    private final Node table;

    private final String title;
    private final List<String> dimensions;
    private final boolean byPeriod;
    private final boolean byMeasure;
    private final Optional<String> description;

    /**
     * @param name of the release
     * @param title by which the table is called
     * @param byPeriod whether it says of what time each figure is
     * @param byMeasure whether it gives several measures, such as counts and percentages
     */
    CensusMapper(
            Uris uris,
            String name,
            String title,
            List<String> dimensions,
            boolean byPeriod,
            boolean byMeasure,
            Optional<String> description) {
        this(
                uris.data(ReferenceKind.CENSUS.notation() + "/" + name),
                uris.data(ReferenceKind.CENSUS.notation() + "/" + name),
                title,
                dimensions,
                byPeriod,
                byMeasure,
                description);
    }

    private CensusMapper(
            Node dataSet,
            Node table,
            String title,
            List<String> dimensions,
            boolean byPeriod,
            boolean byMeasure,
            Optional<String> description) {
        this.dataSet = dataSet;
        this.table = table;
        this.title = title;
        this.dimensions = dimensions;
        this.byPeriod = byPeriod;
        this.byMeasure = byMeasure;
        this.description = description;
    }

    /** The mapper of the sums of this table's figures by a lookup, which is named. */
    CensusMapper summed(String lookup, Uris uris) {
        return new CensusMapper(
                uri(table.getURI() + "/" + lookup),
                table,
                title + ", summed to wards by best fit",
                dimensions,
                byPeriod,
                byMeasure,
                Optional.of(uris.data(ReferenceKind.GEOGRAPHY.notation() + "/" + lookup)
                        .getURI()));
    }

    /** The data set, its structure, its categories and its units. */
    List<Triple> structure(Map<Integer, Set<String>> categories, Set<String> measures, Set<String> units) {
        Triples triples = new Triples();
        Node structure = part("structure");
        Triples.Describing data = triples.about(dataSet)
                .a(uri(QB + "DataSet"))
                .label(Literals.english(title))
                .external(QB + "structure", structure);
        description.ifPresent(text -> data.external("http://purl.org/dc/terms/description", Literals.english(text)));
        triples.about(structure)
                .a(uri(QB + "DataStructureDefinition"))
                .label(Literals.english("Structure of " + title));
        component(structure, "dimension", REF_AREA, "area", triples);
        if (byPeriod) {
            component(structure, "dimension", REF_PERIOD, "period", triples);
        }
        for (int i = 0; i < dimensions.size(); i++) {
            coded(structure, dimensions.get(i), categories.getOrDefault(i, Set.of()), triples);
        }
        if (byMeasure) {
            coded(structure, "Measure", measures, triples);
        }
        component(structure, "measure", OBS_VALUE, "value", triples);
        if (!units.isEmpty()) {
            component(structure, "attribute", UNIT, "unit", triples);
        }
        units.forEach(unit ->
                triples.about(code("unit", unit)).a(SKOS.Concept.asNode()).label(Literals.english(unit)));
        return triples.list();
    }

    private void coded(Node structure, String dimension, Set<String> categories, Triples triples) {
        Node property = property(dimension);
        Node scheme = part("codes-" + Slug.of(dimension));
        triples.about(property)
                .a(uri(QB + "DimensionProperty"))
                .a(uri(QB + "CodedProperty"))
                .label(Literals.english(dimension))
                .external(QB + "codeList", scheme)
                .external("http://www.w3.org/2000/01/rdf-schema#range", SKOS.Concept.asNode());
        triples.about(scheme).a(SKOS.ConceptScheme.asNode()).label(Literals.english(dimension));
        for (String category : categories) {
            Node code = code(dimension, category);
            triples.about(code)
                    .a(SKOS.Concept.asNode())
                    .label(Literals.english(category))
                    .add(SKOS.prefLabel.asNode(), Literals.english(category))
                    .add(SKOS.inScheme.asNode(), scheme);
            triples.about(scheme).add(SKOS.hasTopConcept.asNode(), code);
        }
        component(structure, "dimension", property, Slug.of(dimension), triples);
    }

    private void component(Node structure, String kind, Node property, String name, Triples triples) {
        Node component = part("component-" + name);
        triples.about(structure).external(QB + "component", component);
        triples.about(component).a(uri(QB + "ComponentSpecification")).external(QB + kind, property);
    }

    /** The data set of sums, how it was made, and its structure, whose dimensions are the table's. */
    List<Triple> sumsStructure() {
        Triples triples = new Triples();
        Node structure = part("structure");
        Triples.Describing data = triples.about(dataSet)
                .a(uri(QB + "DataSet"))
                .label(Literals.english(title))
                .external(QB + "structure", structure)
                .le("method", METHOD)
                .external(PROV + "wasDerivedFrom", table);
        description.ifPresent(lookup -> data.external(PROV + "wasDerivedFrom", uri(lookup)));
        triples.about(structure)
                .a(uri(QB + "DataStructureDefinition"))
                .label(Literals.english("Structure of " + title));
        component(structure, "dimension", REF_AREA, "area", triples);
        if (byPeriod) {
            component(structure, "dimension", REF_PERIOD, "period", triples);
        }
        dimensions.forEach(
                dimension -> component(structure, "dimension", property(dimension), Slug.of(dimension), triples));
        if (byMeasure) {
            component(structure, "dimension", property("Measure"), "measure", triples);
        }
        component(structure, "measure", OBS_VALUE, "value", triples);
        component(structure, "attribute", STATUS, "status", triples);
        component(structure, "attribute", Vocabulary.term("method"), "method", triples);
        component(structure, "attribute", Vocabulary.term("summedAreas"), "summed-areas", triples);
        return triples.list();
    }

    /**
     * A sum as an observation: an estimate, since a small area is counted with one ward even where it lies in two.
     *
     * @param parts how many small areas it was summed from
     */
    List<Triple> sum(CensusTable.Figure figure, int parts) {
        Triples triples = new Triples();
        Node observation = describe(figure, triples);
        triples.about(observation)
                .add(STATUS, ESTIMATED)
                .le("method", METHOD)
                .le("summedAreas", Literals.integer(parts));
        return triples.list();
    }

    /** One figure as an observation. */
    List<Triple> observation(CensusTable.Figure figure) {
        Triples triples = new Triples();
        describe(figure, triples);
        return triples.list();
    }

    private Node describe(CensusTable.Figure figure, Triples triples) {
        StringBuilder id = new StringBuilder(figure.area());
        if (!figure.period().isEmpty()) {
            id.append('-').append(figure.period());
        }
        figure.categories().forEach(category -> id.append('-').append(local(category)));
        if (byMeasure) {
            id.append('-').append(local(figure.measure()));
        }
        Node node = part(id.toString());
        Triples.Describing observation = triples.about(node)
                .a(uri(QB + "Observation"))
                .external(QB + "dataSet", dataSet)
                .add(REF_AREA, Uris.statisticalGeography(new GssCode(figure.area())))
                .add(OBS_VALUE, value(figure.value()));
        if (!figure.period().isEmpty()) {
            observation.add(REF_PERIOD, period(figure.period()));
        }
        for (int i = 0; i < dimensions.size(); i++) {
            observation.add(
                    property(dimensions.get(i)),
                    code(dimensions.get(i), figure.categories().get(i)));
        }
        if (byMeasure) {
            observation.add(property("Measure"), code("Measure", figure.measure()));
        }
        if (!figure.unit().isEmpty()) {
            observation.add(UNIT, code("unit", figure.unit()));
        }
        return node;
    }

    private Node property(String dimension) {
        return uri(table.getURI() + "#" + Slug.of(dimension));
    }

    private Node code(String dimension, String category) {
        return uri(table.getURI() + "#" + Slug.of(dimension) + "-" + local(category));
    }

    private Node part(String name) {
        return uri(dataSet.getURI() + "#" + name);
    }

    /** Two categories can differ in their marks alone, such as “5 or more” and “5, or more”: a number of the text tells. */
    private static String local(String category) {
        String slug = Slug.of(category);
        boolean plain = category.matches("[\\p{L}\\p{N} ]*") && slug.length() <= 60;
        String start = slug.length() > 60 ? slug.substring(0, 60) : slug;
        return plain
                ? start
                : start + "-" + Integer.toHexString(category.hashCode()).toLowerCase(Locale.ROOT);
    }

    private static Node value(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0 ? Literals.integer(stripped.longValueExact()) : Literals.decimal(stripped);
    }

    private static Node period(String period) {
        return period.length() == 4
                ? NodeFactory.createLiteralDT(period, XSDDatatype.XSDgYear)
                : NodeFactory.createLiteralDT(period, XSDDatatype.XSDdate);
    }

    private static Node uri(String text) {
        return NodeFactory.createURI(text);
    }
}
