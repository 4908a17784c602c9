package uk.declared.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.declared.publish.DataFolderException;
import uk.declared.publish.Deployment;

/** Makes the store anew from the record. */
@Command(name = "rebuild", description = "Throws the store away and makes it anew from the record.")
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() {
        try {
            long entries = Deployment.rebuild(data.folder(), data.baseUri());
            spec.commandLine().getOut().println("The store was made anew from " + entries + " entries of the record.");
            return ExitCode.CONFORMS;
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }
}
