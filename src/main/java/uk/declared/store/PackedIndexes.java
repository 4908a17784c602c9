package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Writes the indexes of quads of a database anew, every block full. A tree that is filled by inserting leaves its blocks a third to a half full,
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
                    Txn.executeRead(from.dataset(), () -> pack(tree(from, index).iterator(), to, index));
                }
            } finally {
                to.close();
            }
        } finally {
            from.close();
        }
    }

    private static void pack(Iterator<Record> ordered, Generation to, String name) {
        BPlusTree empty = tree(to, name);
        CoLib.executeWrite(
                index(to, name),
                () -> BPlusTreeRewriter.packIntoBPlusTree(
                        ordered,
                        empty.getParams(),
                        empty.getRecordFactory(),
                        empty.getStateManager().getBufferChannel(),
                        empty.getNodeManager().getBlockMgr(),
                        empty.getRecordsMgr().getBlockMgr()));
    }

    private static BPlusTree tree(Generation of, String name) {
        return (BPlusTree) ((TupleIndexRecord) index(of, name)).getRangeIndex();
    }

    private static TupleIndex index(Generation of, String name) {
        return TDBInternal.findIndex(of.dataset(), name);
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
