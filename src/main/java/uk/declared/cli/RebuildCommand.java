package uk.declared.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.folder.DataFolderException;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.upkeep.Remapping;

/** Makes the store anew from the record. */
@Command(name = "rebuild", description = "Throws the store away and makes it anew from the record.")
final class RebuildCommand implements Callable<Integer> {
    private static final int MOST_CHANGES = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--remap",
            description =
                    "Then maps the submissions that are kept anew, for a vocabulary or readers that have moved on;"
                            + " a contest that says something else gets a further version.")
    private boolean remap;

    @Override
    public Integer call() {
        try {
            long entries = ClosedFolder.rebuild(data.folder(), data.baseUri(), data.stores());
            spec.commandLine().getOut().println("The store was made anew from " + entries + " entries of the record.");
            return remap ? remapped() : ExitCode.CONFORMS;
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    private int remapped() {
        PrintWriter out = spec.commandLine().getOut();
        try (Deployment deployment = data.open()) {
            Remapping done = deployment.upkeep().remap();
            out.printf(
                    Locale.UK,
                    "%,d contests were mapped anew. %,d say something else now and have a further version.%n",
                    done.looked(),
                    done.changed().size());
            done.changed().forEach(version -> {
                out.println("  " + version.contest() + ", version " + version.version());
                ChangeWords.in(Locale.UK)
                        .lines(version.changes(), MOST_CHANGES)
                        .forEach(line -> out.println("    " + line));
            });
            done.refused().forEach(contest -> out.println("It breaks a rule now, and stays as it is: " + contest));
            done.missing()
                    .forEach(file ->
                            out.println("A submission is no longer kept, and its contests stay as they are: " + file));
            out.flush();
            return done.refused().isEmpty() ? ExitCode.CONFORMS : ExitCode.VIOLATIONS;
        }
    }
}
