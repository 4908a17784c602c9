package uk.declared;

import uk.declared.cli.DeclaredCommand;

/** Starts Declared from the command line. */
public final class DeclaredApplication {
    private DeclaredApplication() {}

    /** @param args a command and its options, see {@code --help} */
    public static void main(String[] args) {
        int exitCode = DeclaredCommand.run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
