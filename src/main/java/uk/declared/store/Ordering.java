package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderProc;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.apache.jena.tdb2.sys.DatabaseOps;

/**
 * The order in which the patterns of a query are looked up: by how often each predicate and type stands in the store, where that was
 * counted ({@code stats.opt}, TDB2's own form), else by TDB2's fixed rules. New counts hold at once.
 */
final class Ordering implements ReorderTransformation {
    private static final String FILE = "stats.opt";

    private volatile ReorderTransformation by;

    private Ordering(ReorderTransformation by) {
        this.by = by;
    }

    static Ordering fixed() {
        return new Ordering(ReorderLib.fixed());
    }

    /** By what stands in the folder of a database. */
    static Ordering of(Path folder) {
        Ordering ordering = fixed();
        ordering.read(folder);
        return ordering;
    }

    /** Keeps counts beside the database, and orders by them from now on. */
    void take(StatsResults counts, Path folder) throws IOException {
        Path unfinished = folder.resolve(FILE + ".unfinished");
        Stats.write(unfinished.toString(), counts);
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        read(folder);
    }

    /** Whether the patterns are ordered by counts. */
    static boolean isCounted(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    private void read(Path folder) {
        ReorderTransformation counted = DatabaseOps.chooseReorderTransformation(Location.create(folder));
        by = counted == null ? ReorderLib.fixed() : counted;
    }

    @Override
    public ReorderProc reorderIndexes(BasicPattern patterns) {
        return by.reorderIndexes(patterns);
    }

    @Override
    public BasicPattern reorder(BasicPattern patterns) {
        return by.reorder(patterns);
    }
}
