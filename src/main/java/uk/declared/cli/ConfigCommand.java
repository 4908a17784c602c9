package uk.declared.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.folder.BaseUri;
import uk.declared.web.settings.Setting;
import uk.declared.web.settings.Settings;

/** Says what is set, and where. */
@Command(
        name = "config",
        description =
                "Prints every setting with the value that holds and where it comes from (docs/configuration.md). Exit code 2:"
                        + " a value cannot be meant, or a name is no setting.")
final class ConfigCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--changed", description = "Only what is not the program's own.")
    private boolean changed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("--data = " + data.folder().toAbsolutePath().normalize());
        out.println("--base-uri = " + data.baseUri().orElse("as the data folder has it, or " + BaseUri.DEFAULT));
        List<Setting> all = Settings.here().all();
        all.stream()
                .filter(setting -> setting.problem().isEmpty())
                .filter(setting -> !changed || setting.origin().isPresent())
                .forEach(setting -> out.println(setting.name() + " = " + shown(setting) + "  ("
                        + setting.origin().orElse("the program's own") + ")"));
        List<String> problems =
                all.stream().flatMap(setting -> setting.problem().stream()).toList();
        out.flush();
        if (!problems.isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), problems));
        }
        return ExitCode.CONFORMS;
    }

    private static String shown(Setting setting) {
        return setting.value().isEmpty() ? "none" : setting.value();
    }
}
