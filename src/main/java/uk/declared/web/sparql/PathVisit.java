package uk.declared.web.sparql;

import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/** Counts the closures of a property path, such as {@code p*}. A closure within another can run without end: refused. */
final class PathVisit {
    private PathVisit() {}

    static int closures(Path path) {
        return count(path, false);
    }

    private static int count(Path path, boolean within) {
        if (path instanceof P_Path2 two) {
            return count(two.getLeft(), within) + count(two.getRight(), within);
        }
        if (path instanceof P_Inverse inverse) {
            return count(inverse.getSubPath(), within);
        }
        if (path instanceof P_Path1 closure) {
            if (within) {
                throw new QueryRefusedException(Refusal.NESTED_PATHS);
            }
            return 1 + count(closure.getSubPath(), true);
        }
        return 0;
    }
}
