package uk.declared.web;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser that tests look at pages in. Where there is none they are skipped, with a line that says so; but where the environment
 * variable {@code BROWSER_TESTS} is {@code expected}, as .ci/run says after it installed one, they fail.
 */
public final class Chromium implements AutoCloseable {
    private static final String VARIABLE = "BROWSER_TESTS";
    private static final Optional<Path> INSTALLED = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
    }

    /** Skips the test where there is no browser, or fails it where one is expected. */
    public static void require() {
        require(INSTALLED, "expected".equals(System.getenv(VARIABLE)));
    }

    static void require(Optional<Path> installed, boolean expected) {
        String missing = "There is no Chromium at /usr/bin/chromium, so no page is looked at in it.";
        if (expected && installed.isEmpty()) {
            fail(missing + " " + VARIABLE + " says that there is one: install it, or unset the variable.");
        }
        assumeTrue(installed.isPresent(), missing);
    }

    public static Chromium start() {
        require();
        return new Chromium(INSTALLED.orElseThrow());
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
