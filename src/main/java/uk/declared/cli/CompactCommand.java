package uk.declared.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.projection.Compacted;

/** Makes the store small. */
@Command(
        name = "compact",
        description =
                "Makes the store small: with every commit, blocks are left in its files that nobody reads any more."
                        + " A running server does so by itself.")
final class CompactCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() {
        try (Deployment deployment = data.open()) {
            Optional<Compacted> done = deployment.upkeep().compact();
            done.ifPresent(sizes -> spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.UK,
                            "The store's files took %,.1f MB and take %,.1f MB now.%n",
                            sizes.before() / MEGABYTE,
                            sizes.after() / MEGABYTE));
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        }
    }
}
