package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks at pages of every kind in a real browser, with the accessibility rules of axe-core in the light and in the dark, and as
 * wide as a small phone, a phone and a desk. What was seen is left in {@code target/screenshots}.
 */
@ExtendWith(WithSite.class)
class BrowserTest {
    private static final int PHONE = 390;
    private static final List<Integer> WIDTHS = List.of(320, PHONE, 1280);
    /** How far things move after they were shown, as browsers report it (Layout Instability API): 0 where nothing does. */
    private static final String SHIFT = "new Promise(done => { let all = 0;"
            + " new PerformanceObserver(list => list.getEntries().forEach(one => all += one.value))"
            + ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(all), 100); })";

    /** Bytes that came over the wire for the page and all that it loads. */
    private static final String BYTES = "performance.getEntriesByType('navigation')"
            + ".concat(performance.getEntriesByType('resource')).reduce((all, one) => all + one.transferSize, 0)";

    private static final int MOST_BYTES = 60_000;

    /** Pages with the editor or a map may be larger, and the whole vocabulary on one page. */
    private static final Pattern LARGER = Pattern.compile("/sparql.*|/map.*|/def/local-elections.*");

    /** The editor takes the place of a plain field a little later: less than a tenth of what browsers' makers call good. */
    private static final Offset<Double> HARDLY = Offset.offset(0.01);

    /** Less than anybody sees: lengths are rounded while a page is laid out. */
    private static final Offset<Double> ROUNDING = Offset.offset(0.0005);

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
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
                "/nothing-here",
                "/search?q=altrincham",
                "/queries",
                "/queries/turnout-by-ward?election=local.trafford.2024-05-02&lang=cy",
                "/sparql",
                "/sparql?query=SELECT+%3Fs+%28COUNT%28*%29+AS+%3Fn%29+%7B+%3Fs+a+%3Ft+%7D+GROUP+BY+%3Fs+LIMIT+5",
                "/doc/declaration/local.trafford.altrincham.2024-05-02/1/notice",
                "/use/ask",
                "/accessibility?lang=cy",
                "/data",
                "/sign-in"
            })
    void aPageFitsEveryWidthAndBreaksNoRuleOfAccessibility(String path, Site site) {
        try (Page page = Objects.requireNonNull(chromium)
                .browser()
                .newPage(
                        new Browser.NewPageOptions().setViewportSize(PHONE, 844).setBypassCSP(true))) {
            List<String> elsewhere = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(site.address())) {
                    elsewhere.add(request.url());
                }
            });
            page.navigate(site.address() + path);
            assertThat(((Number) page.evaluate(SHIFT)).doubleValue())
                    .as("how far things move while the page loads")
                    .isCloseTo(0, path.startsWith("/sparql") ? HARDLY : ROUNDING);
            if (!LARGER.matcher(path).matches()) {
                assertThat(((Number) page.evaluate(BYTES)).intValue())
                        .as("bytes of the first load")
                        .isLessThan(MOST_BYTES);
            }

            assertThat(Axe.violations(page)).isEqualTo(List.of());
            for (int width : WIDTHS) {
                page.setViewportSize(width, 844);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("at %s pixels", width)
                        .isEqualTo(width);
                if (Axe.IN_ALL_WIDTHS && width != PHONE) {
                    assertThat(Axe.violations(page)).as("at %s pixels", width).isEqualTo(List.of());
                }
                page.screenshot(new Page.ScreenshotOptions().setPath(picture(width, path)));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Axe.violationsOfColours(page)).as("in the dark").isEqualTo(List.of());
            assertThat(elsewhere).isEmpty();
        }
    }

    private static Path picture(int width, String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-");
        return Path.of("target", "screenshots", Integer.toString(width), "page" + name + ".jpg");
    }
}
