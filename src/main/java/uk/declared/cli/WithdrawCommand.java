package uk.declared.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.publish.Publication;

/** Withdraws a contest. */
@Command(
        name = "withdraw",
        description =
                "Withdraws a contest: its document then answers 410 with the reason, and earlier versions stay readable.")
final class WithdrawCommand implements Callable<Integer> {
    private static final int LONGEST_REASON = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "CONTEST", description = "Its identifier, such as local.trafford.altrincham.2024-05-02.")
    private String contest = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for everybody to read.")
    private String reason = "";

    @Option(
            names = "--source",
            paramLabel = "S",
            defaultValue = "operator",
            description = "Who says so: council, operator or third-party. Default: operator.")
    private String source = "operator";

    @Override
    public Integer call() {
        Source who = Source.of(source).orElseThrow(() -> new RefusedException("There is no source “" + source + "”."));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RefusedException("Give a reason of at most " + LONGEST_REASON + " characters.");
        }
        try (Deployment deployment = data.open()) {
            Optional<Publication.Version> withdrawn =
                    deployment.upkeep().withdraw(new BallotId(contest), reason.strip(), who);
            Publication.Version version = withdrawn.orElseThrow(
                    () -> new RefusedException("There is no contest “" + contest + "”, or it is withdrawn already."));
            spec.commandLine()
                    .getOut()
                    .println("Withdrawn: " + version.contest() + ", as version " + version.version() + ".");
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        } catch (IllegalArgumentException e) {
            throw new RefusedException("“" + contest + "” is no identifier of a contest: " + e.getMessage(), e);
        }
    }
}
