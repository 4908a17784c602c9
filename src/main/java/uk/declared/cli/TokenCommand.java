package uk.declared.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.access.NewToken;
import uk.declared.access.Token;
import uk.declared.access.Tokens;
import uk.declared.ground.SystemClock;

/** Makes, lists and revokes the tokens that councils publish with. A server may be running on the data folder. */
@Command(
        name = "token",
        description = "Makes, lists and revokes the tokens that councils and the operator publish with.",
        subcommands = {
            TokenCommand.CreateCommand.class,
            TokenCommand.ListCommand.class,
            TokenCommand.RevokeCommand.class
        })
final class TokenCommand extends CommandGroup {
    private static final int DEFAULT_DAYS = 365;

    private static Tokens tokens(DataOptions data) {
        return new Tokens(data.folder(), SystemClock.UTC);
    }

    /** Makes a token. */
    @Command(name = "create", description = "Makes a token and shows it, this once.")
    static final class CreateCommand implements Callable<Integer> {
        /** Whose the token is to be. */
        static final class Belongs {
            @Option(names = "--council", paramLabel = "SLUG", description = "The council that it belongs to.")
            private Optional<String> council = Optional.empty();

            @Option(names = "--operator", description = "It is the operator's, and may publish for everybody.")
            private boolean operator;
        }

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @ArgGroup(multiplicity = "1")
        private Belongs belongs = new Belongs();

        @Option(
                names = "--body",
                paramLabel = "SLUG",
                description = "A further body whose contests may be published with it, such as house-of-commons or a"
                        + " parish council's code; can be given several times.")
        private List<String> bodies = new ArrayList<>();

        @Option(
                names = "--name",
                paramLabel = "TEXT",
                defaultValue = "",
                description = "Whose it is or what it is for, to tell tokens apart.")
        private String name = "";

        @Option(
                names = "--days",
                paramLabel = "N",
                defaultValue = "" + DEFAULT_DAYS,
                description = "After how many days it ends by itself. Default: " + DEFAULT_DAYS + ", at most 731.")
        private int days = DEFAULT_DAYS;

        @Override
        public Integer call() throws IOException {
            KnownCouncil.require(belongs.council);
            NewToken made = made();
            Token token = made.token();
            data.note(
                    "token.create",
                    Map.of(
                            "token", token.id(),
                            "of", token.council().orElse("operator"),
                            "expires", token.expires().toString()));
            PrintWriter out = spec.commandLine().getOut();
            out.println(made.text());
            out.flush();
            PrintWriter beside = spec.commandLine().getErr();
            beside.printf(
                    "Token %s of %s, until %s. It is shown this once and kept as a hash: put it in a safe place.%n",
                    token.id(), token.council().orElse("the operator"), day(token.expires()));
            beside.flush();
            return ExitCode.CONFORMS;
        }

        private NewToken made() throws IOException {
            try {
                return tokens(data).create(name, belongs.council, bodies, Duration.ofDays(days));
            } catch (IllegalArgumentException e) {
                throw new RefusedException(e);
            }
        }
    }

    /** Lists tokens. */
    @Command(name = "list", description = "Lists all tokens that were ever made, without their secrets.")
    static final class ListCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            Instant now = Instant.now();
            out.printf("%-12s %-24s %-12s %-12s %-20s %s%n", "ID", "Of", "Made", "Ends", "State", "Name");
            for (Token token : tokens(data).list()) {
                out.printf(
                        "%-12s %-24s %-12s %-12s %-20s %s%n",
                        token.id(),
                        token.council().orElse("operator"),
                        day(token.created()),
                        day(token.expires()),
                        state(token, now),
                        token.name());
            }
            out.flush();
            return ExitCode.CONFORMS;
        }

        private static String state(Token token, Instant now) {
            return token.revoked()
                    .map(time -> "revoked " + day(time))
                    .orElseGet(() -> token.isValidAt(now) ? "valid" : "ended");
        }
    }

    /** Revokes a token. */
    @Command(name = "revoke", description = "Takes a token back; a running server refuses it from the next request on.")
    static final class RevokeCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "ID", description = "The token's identifier, as list shows it.")
        private String id = "";

        @Override
        public Integer call() throws IOException {
            Token token = tokens(data)
                    .revoke(id)
                    .orElseThrow(() -> new RefusedException(
                            "There is no token “" + id + "” in " + data.folder() + ". declared token list shows all."));
            data.note("token.revoke", Map.of("token", id));
            spec.commandLine()
                    .getOut()
                    .println("Token " + id + " of " + token.council().orElse("the operator") + " is revoked.");
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        }
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
