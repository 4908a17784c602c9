package uk.declared.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.locationtech.jts.geom.Geometry;
import uk.declared.election.GssCode;
import uk.declared.geometry.Boundary;
import uk.declared.geometry.BoundaryFile;
import uk.declared.geometry.Shapes;
import uk.declared.geometry.UnreadableBoundariesException;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;

/**
 * The boundaries of one file. An area has one boundary: where several files have it, that of the latest year counts, and of
 * two of one year the one that was imported later.
 */
public final class BoundaryRelease implements ReferenceRelease {
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final BaseDatatype WKT = new BaseDatatype(GEO + "wktLiteral");

    private final BoundaryFile file;
    private final String name;

    private BoundaryRelease(BoundaryFile file, String name) {
        this.file = file;
        this.name = name;
    }

    static BoundaryRelease read(Path path, String name) throws UnreadableReferenceException {
        try {
            BoundaryFile file = BoundaryFile.open(path, name);
            String first = file.codes().firstKey().toLowerCase(Locale.ROOT);
            return new BoundaryRelease(file, Names.ofFile(name, "boundaries") + "-" + first);
        } catch (UnreadableBoundariesException e) {
            throw new UnreadableReferenceException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A file that is sent again under its name takes the place of the one before. Another council's file can have
     * the same name, so the first code of its areas is part of it. ONS's files are known by the names of their
     * columns; whose any other is, it does not say.
     */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.BOUNDARIES, name, file.codes().size(), "boundaries")
                .from(file.year().isPresent() ? Source.ONS : Source.UNSTATED);
    }

    @Override
    public List<String> leftOut() {
        List<String> notes = new ArrayList<>(file.leftOut());
        if (file.repaired() > 0) {
            notes.add(
                    String.format("nothing, but %,d boundaries that crossed themselves were mended.", file.repaired()));
        }
        return notes;
    }

    /** The codes of its areas. */
    public Set<String> codes() {
        return file.codes().keySet();
    }

    /** The year in the name of the property that holds the codes; 0 where it has none. */
    public int year() {
        return file.year().orElse(0);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return without(Set.of(), uris);
    }

    /** What it says of all areas but some, which have another boundary. */
    public Stream<Triple> without(Set<String> codes, Uris uris) {
        return boundaries(codes).stream().flatMap(boundary -> statements(boundary, uris));
    }

    /** The shapes by code, in longitude and latitude, those of some codes left out. */
    public Map<String, Geometry> shapes(Set<String> without) {
        Map<String, Geometry> shapes = new TreeMap<>();
        boundaries(without).forEach(boundary -> shapes.put(boundary.code(), boundary.shape()));
        return shapes;
    }

    private List<Boundary> boundaries(Set<String> without) {
        List<Boundary> boundaries = new ArrayList<>();
        try {
            file.forEach(boundary -> {
                if (!without.contains(boundary.code())) {
                    boundaries.add(boundary);
                }
            });
        } catch (UnreadableBoundariesException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        boundaries.sort(Comparator.comparing(Boundary::code));
        return boundaries;
    }

    private static Stream<Triple> statements(Boundary boundary, Uris uris) {
        Triples triples = new Triples();
        GssCode code = new GssCode(boundary.code());
        Node geometry = Uris.partOf(uris.area(code), "geometry");
        Triples.Describing area = new AreaMapper(uris).identify(code, triples);
        AreaMapper.name(boundary.name().orElse(""), "en").ifPresent(area::label);
        AreaMapper.name(boundary.welshName().orElse(""), "cy").ifPresent(area::label);
        area.a(NodeFactory.createURI(GEO + "Feature"))
                .external(GEO + "hasGeometry", geometry)
                .external(GEO + "hasDefaultGeometry", geometry);
        triples.about(geometry)
                .a(NodeFactory.createURI(GEO + "Geometry"))
                .external(GEO + "asWKT", NodeFactory.createLiteralDT(Shapes.wkt(boundary.shape()), WKT));
        return triples.list().stream();
    }
}
