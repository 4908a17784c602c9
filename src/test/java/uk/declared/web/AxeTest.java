package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What looks at the accessibility of pages finds what is wrong, though it does not look at everything that looks alike. */
class AxeTest {
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

    @Test
    void aPaleTextAmongManyThatLookOtherwiseIsFound() {
        assertThat(found("", 30, "<p>", "<p id='x' class='pale'>"))
                .singleElement()
                .asString()
                .contains("color-contrast", "#x");
        assertThat(found("p:nth-child(31) { color: #bbb }", 40, "<p>", "<p>"))
                .singleElement()
                .asString()
                .contains("color-contrast");
    }

    @Test
    void aTextThatItsSurroundingsMakePaleIsFound() {
        assertThat(found("div.dim { opacity: .2 }", 30, "<p>", "</div><div class='dim'><p id='x'>"))
                .singleElement()
                .asString()
                .contains("color-contrast", "#x");
        assertThat(found("div.grey { background: #777 }", 30, "<p>", "</div><div class='grey'><p id='x'>"))
                .singleElement()
                .asString()
                .contains("color-contrast", "#x");
    }

    @Test
    void aLinkThatLooksLikeTheTextAroundItIsFound() {
        assertThat(found(
                        "a.flat { color: #333; text-decoration: none }",
                        30,
                        "<p>before <a href='#'>link</a> after ",
                        "<p>before <a id='x' class='flat' href='#'>link</a> after "))
                .singleElement()
                .asString()
                .contains("link-in-text-block", "#x");
    }

    @Test
    void whatIsPaleInTheDarkAloneIsFoundThere() {
        try (Page page = page(
                "@media (prefers-color-scheme: dark) { .dark { color: #333; background: #222 } }",
                30,
                "<p>",
                "<p class='dark'>")) {
            assertThat(Axe.violations(page)).isEmpty();

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Axe.violationsOfColours(page)).singleElement().asString().contains("color-contrast", ".dark");
        }
    }

    @Test
    void whatHasNothingToDoWithColoursIsFoundWhereverItStands() {
        assertThat(found("", 30, "<p>", "<img src='data:,'><p>"))
                .singleElement()
                .asString()
                .contains("image-alt");
    }

    private static List<?> found(String style, int times, String usual, String last) {
        try (Page page = page(style, times, usual, last)) {
            return Axe.violations(page);
        }
    }

    private static Page page(String style, int times, String usual, String last) {
        Page page = Objects.requireNonNull(chromium).browser().newPage(new Browser.NewPageOptions().setBypassCSP(true));
        page.setContent(
                "<!DOCTYPE html><html lang='en'><head><title>A page</title><style>body { color: #111; background: #fff }"
                        + " .pale { color: #bbb } " + style + "</style></head><body><main><h1>A page</h1><div>"
                        + (usual + "a text</p>").repeat(times) + last + "a text</p></div></main></body></html>");
        return page;
    }
}
