package uk.declared.web.sparql;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;

/**
 * Sees to it that every step of a closure names a property. Jena follows a closure from its start to its last end without
 * looking at the clock, but asks for each property that a step names whether it is a function, which is where the endpoint
 * looks at it ({@link OfferedFunctions}). A step over anything but certain properties names none, so it gets a further one
 * that is optional and that nothing has, and leads where it did.
 */
final class WatchedPaths extends ElementTransformCopyBase {
    private static final Path NOWHERE =
            PathFactory.pathZeroOrOne(PathFactory.pathLink(NodeFactory.createURI("urn:x-declared:nowhere")));

    @Override
    public Element transform(ElementPathBlock block) {
        ElementPathBlock watched = new ElementPathBlock();
        List<TriplePath> paths = new ArrayList<>();
        block.patternElts().forEachRemaining(paths::add);
        paths.stream().map(WatchedPaths::watched).forEach(watched::addTriplePath);
        return watched;
    }

    private static TriplePath watched(TriplePath triple) {
        return triple.getPath() == null
                ? triple
                : new TriplePath(triple.getSubject(), watched(triple.getPath(), false), triple.getObject());
    }

    private static Path watched(Path path, boolean within) {
        if (path instanceof P_NegPropSet && within) {
            return PathFactory.pathSeq(path, NOWHERE);
        }
        if (path instanceof P_Path2 two) {
            Path left = watched(two.getLeft(), within);
            Path right = watched(two.getRight(), within);
            return path instanceof P_Alt ? PathFactory.pathAlt(left, right) : PathFactory.pathSeq(left, right);
        }
        if (path instanceof P_Path1 one) {
            Path inner = watched(one.getSubPath(), within || !(path instanceof P_Inverse));
            if (path instanceof P_Inverse) {
                return PathFactory.pathInverse(inner);
            }
            if (path instanceof P_ZeroOrMore1) {
                return PathFactory.pathZeroOrMore1(inner);
            }
            return path instanceof P_OneOrMore1 ? PathFactory.pathOneOrMore1(inner) : PathFactory.pathZeroOrOne(inner);
        }
        return path;
    }
}
