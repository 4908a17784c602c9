package uk.declared.topic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Programs of the tests' own class path, each as a process that can be killed. */
final class Processes {
    /** Nothing of the class path is left out. */
    static final Pattern NOTHING = Pattern.compile("");

    private Processes() {}

    /** @param without what is left out of the class path, by the names of its files */
    static Process start(Path log, Pattern without, String main, String... arguments) throws IOException {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each ->
                        !without.matcher(Path.of(each).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
