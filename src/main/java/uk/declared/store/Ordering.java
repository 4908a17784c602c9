package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderProc;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/**
 * The order in which the patterns of a query are looked up: by what each finds in the store's own indexes ({@link PatternOrder}).
 * TDB2 wants to know the order before there is a store, so the store comes later. Counts of predicates and types ({@code stats.opt},
 * TDB2's own form) are kept beside the data for other programs that open it.
 */
final class Ordering implements ReorderTransformation {
    private static final String FILE = "stats.opt";

    private volatile ReorderTransformation by = ReorderLib.fixed();
    private volatile Runnable forget = () -> {};

    /** Orders by what the indexes of this store hold. */
    void by(DatasetGraphTDB storage) {
        Selectivity selectivity = new Selectivity(() -> storage.getQuadTable().getNodeTupleTable(), System::nanoTime);
        forget = selectivity::changed;
        by = new PatternOrder(selectivity);
    }

    /** Something was committed. */
    void changed() {
        forget.run();
    }

    /** Keeps counts beside the database. */
    static void keep(StatsResults counts, Path folder) throws IOException {
        Path unfinished = folder.resolve(FILE + ".unfinished");
        Stats.write(unfinished.toString(), counts);
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps beside a copy of a database what was counted last. */
    static void copy(Path from, Path to) throws IOException {
        Path counts = from.resolve(FILE);
        if (Files.exists(counts)) {
            Files.copy(counts, to.resolve(FILE));
        }
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
