package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Writes the indexes of quads of a database, every block full: anew, or all from the first. A tree that is filled by inserting leaves its blocks a third to a half full,
 * since what comes in order splits each block in the middle and never comes back to the left half.
 */
final class PackedIndexes {
    private PackedIndexes() {}

    /**
     * Makes a packed database out of one that nobody has open.
     *
     * @param packed an empty folder
     */
    static void write(Path loose, Path packed, Path container) throws IOException {
        copyAllBut(Generation.QUAD_INDEXES, loose, packed);
        Generation from = Generation.open(loose, container);
        try {
            Generation to = Generation.open(packed, container);
            try {
                for (String index : Generation.QUAD_INDEXES) {
                    Txn.executeRead(
                            from.dataset(),
                            () -> pack(tree(from.dataset(), index).iterator(), to, index));
                }
            } finally {
                to.close();
            }
        } finally {
            from.close();
        }
    }

    /**
     * Makes a packed database out of one that has the first of its indexes only. The others are sorted and then written in order, which takes a
     * fraction of the time of inserting what comes in any order.
     *
     * @param packed an empty folder
     */
    static void complete(Path first, Path packed, Path container) throws IOException {
        copyAllBut(Generation.QUAD_INDEXES, first, packed);
        Path sorting = Files.createDirectories(packed.resolveSibling("sorting"));
        Generation from = Generation.open(first, container);
        try {
            Generation to = Generation.open(packed, container);
            try {
                inParallel(
                        Generation.QUAD_INDEXES,
                        index -> Txn.executeRead(
                                from.dataset(),
                                () -> complete(
                                        tree(from.dataset(), Generation.QUAD_INDEXES.get(0))
                                                .iterator(),
                                        to,
                                        index,
                                        sorting,
                                        () -> {})));
            } finally {
                to.close();
            }
        } finally {
            from.close();
        }
        Files.delete(sorting);
    }

    /**
     * Makes a packed database with the same nodes out of one that is in use.
     *
     * @param from in a transaction
     * @param step is run for each quad and index; what it throws ends the work
     * @param packed an empty folder
     */
    static void copy(DatasetGraph from, Path packed, Path container, Runnable step) throws IOException {
        Path sorting = Files.createDirectories(packed.resolveSibling("sorting"));
        Generation to = Generation.open(packed, container);
        try {
            NodeCopy.copy(from, to.dataset(), step);
            for (String index : Generation.QUAD_INDEXES) {
                Iterator<Record> quads =
                        tree(from, Generation.QUAD_INDEXES.get(0)).iterator();
                complete(quads, to, index, sorting, step);
            }
        } finally {
            to.close();
        }
        Files.delete(sorting);
    }

    private static void complete(Iterator<Record> quads, Generation to, String name, Path sorting, Runnable step) {
        String first = Generation.QUAD_INDEXES.get(0);
        if (name.equals(first)) {
            pack(Iter.operate(quads, quad -> step.run()), to, name);
            return;
        }
        RecordFactory factory = tree(to.dataset(), name).getRecordFactory();
        int[] places = name.chars().map(first::indexOf).toArray();
        SortedKeys keys = new SortedKeys(sorting, factory.keyLength());
        try {
            quads.forEachRemaining(quad -> {
                step.run();
                keys.add(inOrder(quad.getKey(), places));
            });
            Iterator<byte[]> sorted = Iter.operate(keys.iterator(), key -> step.run());
            pack(Iter.map(sorted, factory::create), to, name);
        } finally {
            keys.close();
        }
    }

    private static byte[] inOrder(byte[] key, int[] places) {
        int node = key.length / places.length;
        byte[] ordered = new byte[key.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(key, places[i] * node, ordered, i * node, node);
        }
        return ordered;
    }

    /** As many at a time as there are processors. */
    private static void inParallel(List<String> indexes, Consumer<String> work) {
        int threads = Math.min(indexes.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> running = indexes.stream()
                    .map(index -> CompletableFuture.runAsync(() -> work.accept(index), workers))
                    .toList();
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            workers.shutdownNow();
        }
    }

    private static void pack(Iterator<Record> ordered, Generation to, String name) {
        TupleIndex index = TDBInternal.findIndex(to.dataset(), name);
        CoLib.executeWrite(index, () -> pack(ordered, tree(index)));
    }

    /** @param empty is in a transaction that writes */
    static void pack(Iterator<Record> ordered, BPlusTree empty) {
        BPlusTreeRewriter.packIntoBPlusTree(
                ordered,
                empty.getParams(),
                empty.getRecordFactory(),
                empty.getStateManager().getBufferChannel(),
                empty.getNodeManager().getBlockMgr(),
                empty.getRecordsMgr().getBlockMgr());
    }

    private static BPlusTree tree(DatasetGraph of, String name) {
        return tree(TDBInternal.findIndex(of, name));
    }

    private static BPlusTree tree(TupleIndex index) {
        return (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
    }

    /** The nodes keep their identifiers, and so their files. */
    private static void copyAllBut(List<String> indexes, Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(from)) {
            files = listed.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            boolean left = name.equals("tdb.lock") || indexes.stream().anyMatch(index -> name.startsWith(index + "."));
            if (!left) {
                Files.copy(file, to.resolve(name));
            }
        }
    }
}
