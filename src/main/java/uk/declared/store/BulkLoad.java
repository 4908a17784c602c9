package uk.declared.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.main.LoaderMain;
import org.apache.jena.tdb2.loader.main.LoaderPlan;
import org.apache.jena.tdb2.loader.main.LoaderPlans;
import org.apache.jena.tdb2.solver.stats.StatsCollector;

/**
 * Fills an empty database by TDB2's bulk loader with the nodes and the first index of quads; {@link PackedIndexes#complete} makes the
 * others. Predicates and types are counted on the way.
 */
final class BulkLoad {
    private static final LoaderPlan PLAN = new LoaderPlan(
            LoaderPlans.loaderPlanPhased.dataInputType(),
            new String[] {"SPO"},
            new String[] {Generation.QUAD_INDEXES.get(0)},
            new String[][] {{"POS", "OSP"}},
            new String[0][]);

    private BulkLoad() {}

    /** Fills the database in an empty folder, and closes it. */
    static void into(Path folder, Path container, Consumer<Consumer<Quad>> quads) throws IOException {
        Generation generation = Generation.open(folder, container);
        try {
            StatsCollector counts = new StatsCollector();
            DataLoader loader = new LoaderMain(PLAN, generation.storage(), (format, values) -> {});
            loader.startBulk();
            try {
                quads.accept(quad -> {
                    counts.record(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
                    loader.stream().quad(quad);
                });
                loader.finishBulk();
            } catch (RuntimeException e) {
                loader.finishException(e);
                throw e;
            }
            Ordering.keep(counts.results(), folder);
        } finally {
            generation.close();
        }
    }
}
