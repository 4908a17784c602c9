package uk.declared.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.imports.Imported;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;

/** Imports reference data into a data folder. */
@Command(
        name = "import",
        description = "Imports reference data: appends files to the record and applies them to the store."
                + " A file that cannot be used changes nothing. Exit code 0: imported; 2: a file cannot be used.",
        modelTransformer = ImportCommand.Files.class)
final class ImportCommand implements Callable<Integer> {
    /** The words for what can be imported. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReferenceKind.askedFor().stream()
                    .map(ReferenceKind::notation)
                    .iterator();
        }
    }

    /** Adds to the help which files are known of each kind. */
    static final class Files implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            command.usageMessage()
                    .footer(ReferenceKind.askedFor().stream()
                            .map(each -> "%n" + each.notation() + ": " + each.files() + ".")
                            .toArray(String[]::new));
            return command;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private RightsOptions rights = new RightsOptions();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "What they hold: ${COMPLETION-CANDIDATES}.")
    private String kind = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files of that kind, as below.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        ReferenceKind wanted = ReferenceKind.of(kind)
                .filter(ReferenceKind.askedFor()::contains)
                .orElseThrow(this::unknown);
        int code = ExitCode.CONFORMS;
        try (Deployment deployment = data.open()) {
            for (Path file : files) {
                code = Math.max(code, publish(wanted, file, deployment));
            }
        }
        return code;
    }

    /** A file that cannot be used does not keep the others from their turn. */
    private int publish(ReferenceKind wanted, Path file, Deployment deployment) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Importing %s from %s …%n", wanted.notation(), file.getFileName());
        out.flush();
        try {
            for (Imported imported : deployment.imports().publish(wanted, file, rights.stated())) {
                say(imported, out);
            }
            return ExitCode.CONFORMS;
        } catch (UnreadableReferenceException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.UNREADABLE;
        } finally {
            out.flush();
        }
    }

    private static void say(Imported imported, PrintWriter out) {
        if (imported.unchanged()) {
            out.printf(
                    Locale.UK,
                    "%s: these %,d %s are there already; nothing was changed.%n",
                    imported.release(),
                    imported.things(),
                    imported.thingsAre());
            return;
        }
        String instead =
                imported.superseded().isEmpty() ? "" : ", in the place of " + String.join(", ", imported.superseded());
        out.printf(
                Locale.UK,
                "%s: imported %,d %s%s.%n",
                imported.release(),
                imported.things(),
                imported.thingsAre(),
                instead);
        imported.leftOut().forEach(rows -> out.println("  Left out: " + rows));
        if (imported.relinked() > 0) {
            out.printf(
                    Locale.UK,
                    "  %,d contests that only named their area have its code now, each as a further version.%n",
                    imported.relinked());
        }
    }

    private RefusedException unknown() {
        return new RefusedException("There is no reference data of the kind “" + kind + "”. Choose one of "
                + String.join(", ", new Kinds()) + ".");
    }
}
