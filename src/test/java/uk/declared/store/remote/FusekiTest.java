package uk.declared.store.remote;

import java.nio.file.Path;

/** Over Apache Jena Fuseki. */
class FusekiTest extends EngineFixture {
    @Override
    EngineProcess start(Path folder) throws Exception {
        return EngineProcess.fuseki(folder);
    }
}
