package uk.declared.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "declared",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = VersionProvider.class,
        description = "Publishes UK local election results as linked data.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            ValidateCommand.class,
            ConvertCommand.class,
            CsvwCommand.class,
            PublishCommand.class,
            QueryCommand.class,
            RebuildCommand.class,
            CompactCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ConfigCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            MappingCommand.class,
            WithdrawCommand.class,
            RedactCommand.class,
            PurgeCommand.class,
            VerifyCommand.class,
            ReleaseCommand.class,
            KeyCommand.class,
            ReceiptCommand.class,
            CheckCommand.class,
            RecountCommand.class,
            TokenCommand.class,
            WebhookCommand.class,
            AuditCommand.class
        })
public final class DeclaredCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /**
     * Runs a command.
     *
     * @param arguments the command and its options; options alone are those of {@code serve --demo}
     * @return the exit code: 0 where all is well, 1 where a submission breaks rules, 2 where something cannot be read or
     *     used; where there is no memory left, the process ends with 3
     */
    public static int run(String... arguments) {
        EndsWithoutMemory.install();
        CommandLine commandLine = new CommandLine(new DeclaredCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new PlainErrors());
        return commandLine.execute(withDefaultCommand(arguments));
    }

    /** {@code mvn spring-boot:run -Dspring-boot.run.arguments=--port=9090} still starts the demonstration. */
    private static String[] withDefaultCommand(String[] arguments) {
        boolean optionOfServe = arguments.length > 0
                && (arguments[0].startsWith("--port")
                        || arguments[0].startsWith("--data")
                        || arguments[0].startsWith("--base-uri"));
        if (!optionOfServe) {
            return arguments;
        }
        String[] complete = new String[arguments.length + 2];
        complete[0] = "serve";
        complete[1] = "--demo";
        System.arraycopy(arguments, 0, complete, 2, arguments.length);
        return complete;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as: declared serve --demo");
    }
}
