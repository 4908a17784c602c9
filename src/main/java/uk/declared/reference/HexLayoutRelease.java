package uk.declared.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.geometry.HexLayout;
import uk.declared.geometry.UnreadableBoundariesException;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** A layout of hexagons, which stands in for a map where boundaries are not loaded. */
final class HexLayoutRelease implements ReferenceRelease {
    private final HexLayout layout;
    private final String name;

    private HexLayoutRelease(HexLayout layout, String name) {
        this.layout = layout;
        this.name = name;
    }

    static HexLayoutRelease read(Path path, String name) throws UnreadableReferenceException {
        try {
            HexLayout layout = HexLayout.read(path, name);
            String first = layout.hexagons().firstKey().toLowerCase(Locale.ROOT);
            return new HexLayoutRelease(layout, Names.ofFile(name, "layout") + "-" + first);
        } catch (UnreadableBoundariesException e) {
            throw new UnreadableReferenceException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A layout that is sent again under its name takes the place of the one before. Layouts are made by many, and do
     * not say by whom.
     */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.HEXAGONS, name, layout.hexagons().size(), "hexagons")
                .leavingOut(
                        layout.leftOut() == 0
                                ? List.of()
                                : List.of(String.format(
                                        Locale.UK, "%,d hexagons without the code of an area.", layout.leftOut())))
                .namingNothing();
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return layout.hexagons().entrySet().stream().flatMap(each -> hexagon(each, uris));
    }

    private Stream<Triple> hexagon(Map.Entry<String, HexLayout.Hexagon> each, Uris uris) {
        Node area = uris.area(new GssCode(each.getKey()));
        Node hexagon = Uris.partOf(area, "hexagon/" + name);
        Triples triples = new Triples();
        triples.about(area).le("hexagon", hexagon);
        triples.about(hexagon)
                .a(Vocabulary.term("Hexagon"))
                .le("hexLayout", Literals.text(layout.form()))
                .le("hexColumn", Literals.integer(each.getValue().column()))
                .le("hexRow", Literals.integer(each.getValue().row()));
        return triples.list().stream();
    }
}
