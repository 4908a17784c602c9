package uk.declared.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself: one of its own commands has to be named. */
abstract class CommandGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public final void run() {
        List<String> commands = List.copyOf(spec.subcommands().keySet());
        int last = commands.size() - 1;
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", commands.subList(0, last)) + " or " + commands.get(last) + ".");
    }
}
