package uk.declared.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.access.AuditLog;
import uk.declared.ground.SystemClock;

/** Shows what was done with a data folder. */
@Command(name = "audit", description = "Shows what was done with a data folder, by whom and when, the latest last.")
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--last", paramLabel = "N", defaultValue = "100", description = "How many lines. Default: 100.")
    private int last = 100;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<AuditLog.Event> events = new AuditLog(data.folder(), SystemClock.UTC).last(last);
        Collections.reverse(events);
        events.forEach(event -> out.printf(
                "%s  %-24s %-18s %s%n", event.time(), event.who(), event.action(), details(event.details())));
        out.flush();
        return ExitCode.CONFORMS;
    }

    private static String details(Map<String, String> details) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(" "));
    }
}
