package uk.declared.cli;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.upkeep.Retention;

/** Deletes what was sent and is to be kept no longer. */
@Command(
        name = "purge",
        description = "Deletes submissions that are to be kept no longer, as a running server does every night. What is"
                + " published stays, and verify knows that they were deleted.")
final class PurgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--keep",
            paramLabel = "PERIOD",
            description = "How long what was sent is kept, such as P1Y, P6M or P30D (ISO 8601). Default: P1Y.")
    private String keep = Retention.USUAL.toString();

    @Override
    public Integer call() {
        Period period = period();
        try (Deployment deployment = data.open()) {
            List<String> deleted = deployment.upkeep().purge(period);
            deployment.audit().note(Holder.COMMAND_LINE, "purge", Map.of("files", Integer.toString(deleted.size())));
            spec.commandLine()
                    .getOut()
                    .println(deleted.size() + " submissions sent longer than " + period + " ago were deleted.");
            deleted.forEach(file -> spec.commandLine().getOut().println("  " + file));
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        }
    }

    private Period period() {
        try {
            Period period = Period.parse(keep);
            if (!period.isNegative()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            throw new RefusedException("“" + keep + "” is no period. Write one such as P1Y, P6M or P30D.", e);
        }
        throw new RefusedException("“" + keep + "” is less than nothing. Write a period such as P1Y.");
    }
}
