package uk.declared;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Programs of the tests' own class path, each as a process that can be killed. */
public final class Processes {
    /** Nothing of the class path is left out. */
    public static final Pattern NOTHING = Pattern.compile("");

    private Processes() {}

    /**
     * Starts a program.
     *
     * @param folder where it runs
     * @param without what is left out of the class path, by the names of its files
     * @param program options of the virtual machine, the class and its arguments
     */
    public static Process start(Path folder, Path log, Pattern without, List<String> program) throws IOException {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> Path.of(each).toAbsolutePath())
                .filter(each -> !without.matcher(each.getFileName().toString()).matches())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path));
        command.addAll(program);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
