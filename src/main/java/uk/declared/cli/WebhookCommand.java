package uk.declared.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.ground.SystemClock;
import uk.declared.webhook.DeliveryState;
import uk.declared.webhook.DeliveryStates;
import uk.declared.webhook.Wanted;
import uk.declared.webhook.Webhook;
import uk.declared.webhook.Webhooks;

/** Makes, lists and removes the webhooks that are told of declarations. A server may be running on the data folder. */
@Command(
        name = "webhook",
        description = "Makes, lists and removes webhooks: addresses that a running server tells of each declaration.",
        subcommands = {
            WebhookCommand.CreateCommand.class,
            WebhookCommand.ListCommand.class,
            WebhookCommand.RemoveCommand.class
        })
final class WebhookCommand extends CommandGroup {
    private static Webhooks hooks(DataOptions data) {
        return new Webhooks(data.folder(), SystemClock.UTC);
    }

    /** Makes a webhook. */
    @Command(name = "create", description = "Makes a webhook and shows the secret that its messages are signed with.")
    static final class CreateCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "URL", description = "Where messages are sent, an https address.")
        private String url = "";

        @Option(
                names = "--council",
                paramLabel = "SLUG",
                description = "Tells of this council's contests only; else of all.")
        private Optional<String> council = Optional.empty();

        @Option(
                names = "--party",
                paramLabel = "ID",
                description =
                        "Tells only of news that concerns this party: the Electoral Commission's identifier, such as PP63,"
                                + " or independent.")
        private Optional<String> party = Optional.empty();

        @Option(
                names = "--change",
                paramLabel = "KIND",
                description =
                        "Tells only of news of this kind, as the ticker of a board names it: of a contest hold, gain, new,"
                                + " elected, corrected, provisional, withdrawn or put-off; of a council kept, gained, lost,"
                                + " still-none, not-compared or open.")
        private Optional<String> change = Optional.empty();

        @Option(
                names = "--all",
                description = "Tells of what is published already too, and not only of what comes from now on.")
        private boolean all;

        @Override
        public Integer call() throws IOException {
            KnownCouncil.require(council);
            change.filter(kind -> !Wanted.CHANGES.contains(kind)).ifPresent(kind -> {
                throw new RefusedException("There is no news of the kind “" + kind + "”. Write one of "
                        + String.join(", ", Wanted.CHANGES) + ".");
            });
            try {
                Wanted wanted = new Wanted(council, party, change);
                Webhook hook = hooks(data).create(new URI(url.strip()), wanted, all ? 0 : Webhook.FROM_NOW_ON);
                data.note("webhook.create", Map.of("webhook", hook.id(), "url", url));
                PrintWriter out = spec.commandLine().getOut();
                out.println(hook.secret());
                out.flush();
                PrintWriter beside = spec.commandLine().getErr();
                beside.printf(
                        "Webhook %s to %s. Messages are signed with this secret, as Standard Webhooks says.%n",
                        hook.id(), hook.url());
                beside.flush();
                return ExitCode.CONFORMS;
            } catch (URISyntaxException | IllegalArgumentException e) {
                throw new RefusedException("“" + url + "” cannot be used: " + e.getMessage(), e);
            }
        }
    }

    /** Lists webhooks. */
    @Command(
            name = "list",
            description = "Lists the webhooks, without their secrets, and how the last attempt to tell each went.")
    static final class ListCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            DeliveryStates states = new DeliveryStates(data.folder());
            out.printf("%-12s %-24s %-60s %s%n", "ID", "Of", "Last attempt", "URL");
            for (Webhook hook : hooks(data).list()) {
                out.printf(
                        "%-12s %-24s %-60s %s%n",
                        hook.id(), of(hook.wanted()), lastAttempt(states.of(hook)), hook.url());
            }
            out.flush();
            return ExitCode.CONFORMS;
        }
    }

    private static String of(Wanted wanted) {
        List<String> parts = new ArrayList<>(List.of(wanted.council().orElse("all councils")));
        wanted.party().ifPresent(parts::add);
        wanted.change().ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static String lastAttempt(DeliveryState state) {
        if (state.attempt().isEmpty()) {
            return "none yet";
        }
        String time = state.attempt().get().truncatedTo(ChronoUnit.SECONDS).toString();
        return state.reason().isEmpty()
                ? time + " arrived"
                : time + " failed: " + state.reason().get() + "; " + state.failures() + " in a row";
    }

    /** Removes a webhook. */
    @Command(name = "remove", description = "Removes a webhook; a running server sends it nothing more.")
    static final class RemoveCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "ID", description = "The webhook's identifier, as list shows it.")
        private String id = "";

        @Override
        public Integer call() throws IOException {
            if (!hooks(data).remove(id)) {
                throw new RefusedException(
                        "There is no webhook “" + id + "” in " + data.folder() + ". declared webhook list shows all.");
            }
            data.note("webhook.remove", Map.of("webhook", id));
            spec.commandLine().getOut().println("Webhook " + id + " is removed.");
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        }
    }
}
