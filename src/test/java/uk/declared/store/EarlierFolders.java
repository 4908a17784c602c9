package uk.declared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.springframework.util.FileSystemUtils;

/** Data folders as earlier versions of the program wrote them. */
public final class EarlierFolders {
    private static final String QUADS = "store.nq.gz";

    private EarlierFolders() {}

    /** Brings what the program of 28 November 2026 wrote: its record and files, and a store with the quads that its own held, what it said of itself too. */
    public static void bringWithStore(Path data) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/folders/2026-11-28"), data);
        DatasetGraph store =
                DatabaseMgr.connectDatasetGraph(Location.create(Files.createDirectories(data.resolve("store"))));
        Txn.executeWrite(store, () -> RDFDataMgr.read(store, data.resolve(QUADS).toString()));
        TDBInternal.expel(store);
        Files.delete(data.resolve(QUADS));
    }
}
