package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at pages in a real browser as wide as a phone, with the accessibility rules of axe-core. */
@ExtendWith(WithSite.class)
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int PHONE = 390;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    @BeforeAll
    static void startTheBrowser() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "There is no Chromium at " + CHROMIUM + ", so no page is looked at in it.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                Site.ALTRINCHAM,
                Site.ALTRINCHAM + "?lang=cy",
                Site.UNOPPOSED,
                Site.TRANSFERABLE,
                "/doc/contest/local.trafford.altrincham.2023-05-04?lang=cy",
                "/doc/area/E08000009",
                "/doc/election/local.trafford.2023-05-04",
                "/doc/area/E05015239",
                "/doc/area/E05015239/history",
                "/doc/council/trafford",
                "/doc/council/trafford?lang=cy",
                "/map",
                "/map?council=trafford&shape=hexagons&lang=cy",
                "/doc/party/PP63",
                "/doc/declaration/local.trafford.altrincham.2024-05-02/1",
                "/elections",
                "/councils",
                "/template",
                "/def/local-elections",
                "/def/local-elections?lang=cy",
                "/def/rules",
                "/def/rules/F402",
                "/def/rules/F606?lang=cy",
                "/def/rules/F014",
                "/doc/declaration/local.trafford.altrincham.2023-05-04/1",
                "/nothing-here"
            })
    void aPageFitsAPhoneAndBreaksNoRuleOfAccessibility(String path, Site site) throws IOException {
        try (Page page = Objects.requireNonNull(browser)
                .newPage(
                        new Browser.NewPageOptions().setViewportSize(PHONE, 844).setBypassCSP(true))) {
            List<String> elsewhere = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(site.address())) {
                    elsewhere.add(request.url());
                }
            });
            page.navigate(site.address() + path);
            page.evaluate(axe());

            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
            assertThat(page.evaluate(
                            "axe.run().then(result => result.violations.map(rule => rule.id + ': ' + rule.help + ' at '"
                                    + " + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))"))
                    .isEqualTo(List.of());
            assertThat(elsewhere).isEmpty();
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                BrowserTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js is not on the classpath")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
