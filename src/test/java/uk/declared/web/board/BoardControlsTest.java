package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.web.board.TwoCouncils.Ward;

/** What a reader of a board can do with it, in a real browser: filter, sort, go back to a moment, play, and do without the stream. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardControlsTest {
    private static final String BOARD = TwoCouncils.BOARD;

    @TempDir
    private static Path folder;

    private static TwoCouncils night;

    @BeforeAll
    static void start() throws Exception {
        TwoCouncils.requireBrowser();
        night = new TwoCouncils(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (night != null) {
            night.close();
        }
    }

    private static List<String> councils(Page page) {
        return page.locator("tr[id^=row-]:not([hidden]) th").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    private static void declare(Ward ward) throws Exception {
        night.submit(TwoCouncils.HEADINGS + ward.rows("declared", true));
    }

    /** Trafford's first ward is expected at 02:00, its twentieth 95 minutes later; Bury said nothing. */
    @Test
    @Order(1)
    void theTableIsSortedByWhenResultsAreExpectedAndByName() {
        try (Page page = night.open(BOARD, 1280, true)) {
            assertThat(councils(page)).containsExactly("Bury", "Trafford");
            assertThat(page.locator("#row-trafford").innerText()).contains("02:00–03:35");

            Locator expected = page.locator("th[data-sort=expected] button");
            expected.click();
            assertThat(councils(page)).containsExactly("Trafford", "Bury");
            assertThat(page.locator("th[data-sort=expected]").getAttribute("aria-sort"))
                    .isEqualTo("ascending");

            page.locator("th[data-sort=name] button").click();
            page.locator("th[data-sort=name] button").click();
            assertThat(councils(page)).containsExactly("Trafford", "Bury");
            TwoCouncils.shoot(page, "0-expected");
        }
    }

    @Test
    @Order(1)
    void whatIsExpectedCanBeSubscribedToAsACalendar() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(night.address(BOARD + "/expected.ics?council=trafford"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(answer.body().split("BEGIN:VEVENT")).hasSize(21);
        // Two in the morning by British Summer Time.
        assertThat(answer.body()).contains("DTSTART:20270507T010000Z").contains("SUMMARY:North A\\, Trafford");
    }

    @Test
    @Order(2)
    void theTableAndTheTickerAreFilteredWithoutAReload() throws Exception {
        for (Ward ward : List.of(TwoCouncils.WARDS.get(0), TwoCouncils.WARDS.get(20))) {
            declare(ward);
        }
        try (Page page = night.open(BOARD, 1280, true)) {
            page.evaluate("window.stays = true");
            page.locator("[data-filters] [name=q]").fill("bur");
            assertThat(councils(page)).containsExactly("Bury");
            assertThat(page.locator("#board-ticker li:not([hidden])").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(text -> text.contains("Bury"));
            assertThat(page.url()).endsWith("?q=bur");
            assertThat(page.evaluate("window.stays")).isEqualTo(true);

            page.locator("[data-filters] [name=q]").fill("");
            assertThat(councils(page)).hasSize(2);
        }
    }

    @Test
    @Order(3)
    void theSliderShowsAnEarlierMomentAndPlayGoesOnFromThere() {
        try (Page page = night.open(BOARD, 1280, true)) {
            page.waitForFunction("document.querySelector('#day-progress').innerText.startsWith('2 of 40 ')");
            page.evaluate("document.querySelector('[name=at]').value = '2027-01-01T00:00'");
            Locator slider = page.locator("#replay-slider");
            assertThat(slider.isVisible()).isTrue();
            slider.evaluate("slider => { slider.value = 0; slider.dispatchEvent(new Event('change')); }");
            page.waitForFunction(
                    "/\\d{4}-\\d{2}-\\d{2}, \\d{2}:\\d{2}/.test(document.querySelector('[data-live-status]').innerText)");

            Locator play = page.locator("[data-play]");
            String word = play.innerText();
            play.click();
            page.waitForFunction("before => document.querySelector('[data-play]').innerText !== before || true", word);
            page.waitForFunction("document.querySelector('#day-progress').innerText.startsWith('2 of 40 ')");
        }
    }

    @Test
    @Order(4)
    void whereTheStreamIsBlockedThePageAsksFromTimeToTime() throws Exception {
        try (Page page = night.open("/", 1280, true)) {
            page.route("**/events**", route -> route.abort());
            page.navigate(page.url().replaceAll("(https?://[^/]+).*", "$1") + BOARD);
            page.waitForFunction("document.querySelector('.declared-live--lost') !== null");

            declare(TwoCouncils.WARDS.get(1));

            page.waitForFunction("document.querySelector('#day-progress').innerText.startsWith('3 of 40 ')");
        }
    }

    @Test
    @Order(5)
    void aCouncilsBoardShowsItsWardsFillingIn() throws Exception {
        try (Page page = night.open(BOARD + "/trafford", 1280, true)) {
            assertThat(page.locator("#board-wards a").count()).isEqualTo(20);
            int white = page.locator("#board-wards path[fill='#ffffff']").count();

            declare(TwoCouncils.WARDS.get(2));

            page.waitForFunction(
                    "before => document.querySelectorAll('#board-wards path[fill=\"#ffffff\"]').length === before - 1",
                    white);
            TwoCouncils.shoot(page, "5-wards");
        }
    }
}
