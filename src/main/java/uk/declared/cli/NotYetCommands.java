package uk.declared.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Commands that are announced and not there yet: each says so. */
final class NotYetCommands {
    private NotYetCommands() {}

    @Command(name = "verify", description = "Checks the record's chain and the store against it (not there yet).")
    static final class VerifyCommand extends NotYet {}

    /** Says that a command is not there yet. */
    abstract static class NotYet implements Runnable {
        @Unmatched
        private String[] rest = {};

        @Override
        public void run() {
            String name = getClass().getAnnotation(Command.class).name();
            throw new RefusedException(
                    "The command “" + name + "” is not there yet (" + rest.length + " arguments were not used).");
        }
    }
}
