package uk.declared.store.remote;

import java.nio.file.Path;

/** Over RDF4J: an engine that is not Jena's, and that has a statement in the union once for each graph that has it. */
class OtherEngineTest extends EngineFixture {
    @Override
    EngineProcess start(Path folder) throws Exception {
        return EngineProcess.rdf4j(folder);
    }
}
