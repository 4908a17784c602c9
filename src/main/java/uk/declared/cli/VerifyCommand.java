package uk.declared.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.declared.deployment.ClosedFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.folder.NotRecorded;
import uk.declared.projection.Verification;
import uk.declared.record.Head;
import uk.declared.release.Release;
import uk.declared.release.ReleaseException;
import uk.declared.release.Releases;

/** Checks that the record is what was written, and the store what the record says. */
@Command(
        name = "verify",
        description =
                "Checks the record's chain, the files that it names, and the store against it, graph by graph; and that"
                        + " every release is what was released."
                        + " Exit code 0: all is right; 1: store or files differ; 2: the record is damaged.")
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Verification found = ClosedFolder.verify(data.folder(), data.stores());
            out.printf(
                    Locale.UK,
                    "The record's %,d entries are what was written. Its head is %s.%n",
                    found.head().sequence(),
                    found.head().hash());
            if (found.behind() > 0) {
                out.printf(
                        Locale.UK,
                        "The store is %,d entries behind; the next start applies them. It is compared with the record as it"
                                + " was then.%n",
                        found.behind());
            }
            found.missingFiles()
                    .forEach(file -> out.println("A file that the record names is gone or changed: " + file));
            found.differences().stream().limit(SHOWN).forEach(one -> {
                out.println("The graph " + one.graph() + " differs. Only in the "
                        + (one.onlyInStore() ? "store" : "record") + ":");
                out.println("  " + one.triple());
            });
            if (found.differences().size() > SHOWN) {
                out.printf(
                        Locale.UK,
                        "%,d further graphs differ.%n",
                        found.differences().size() - SHOWN);
            }
            if (found.holds()) {
                out.printf(
                        Locale.UK,
                        "The store's %,d graphs with %,d triples are what the record says.%n",
                        found.graphs(),
                        found.triples());
            } else if (found.notCompared().isPresent()) {
                out.println(
                        switch (found.notCompared().get()) {
                            case OF_ANOTHER_PROJECTION ->
                                "The store was made by another version of this program, so that it"
                                        + " is not compared with the record. `declared rebuild` makes it anew from the record.";
                            case DAMAGED ->
                                "The store is damaged and cannot be opened. `declared rebuild` makes it anew from"
                                        + " the record, and so does the next start.";
                        });
            } else if (!found.differences().isEmpty()) {
                out.println("`declared rebuild` makes the store anew from the record.");
            }
            boolean released = verifyReleases(out);
            return found.holds() && released ? ExitCode.CONFORMS : ExitCode.VIOLATIONS;
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        } catch (ReleaseException e) {
            throw new RefusedException(e);
        } finally {
            out.flush();
        }
    }

    /** Whether every release is what was released, of a state that the record had. */
    private boolean verifyReleases(PrintWriter out) throws DataFolderException, ReleaseException {
        Releases releases = new Releases(data.folder());
        List<Release> all = releases.all();
        if (all.isEmpty()) {
            return true;
        }
        List<Head> states = all.stream()
                .map(release -> new Head(release.entries(), release.head()))
                .toList();
        List<Head> unknown = NotRecorded.of(data.folder(), states);
        boolean right = true;
        for (Release release : all) {
            List<String> wrong = new ArrayList<>(releases.differences(release));
            if (unknown.contains(new Head(release.entries(), release.head()))) {
                wrong.add("the record never stood where it was made");
            }
            wrong.forEach(
                    one -> out.println("Release " + release.number() + " is not what was released: " + one + "."));
            if (wrong.isEmpty()) {
                out.println("Release " + release.number() + " is what was released"
                        + (releases.withheld(release).isPresent() ? ", its quads withheld." : "."));
            }
            right &= wrong.isEmpty();
        }
        return right;
    }
}
