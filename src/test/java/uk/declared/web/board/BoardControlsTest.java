package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

    private static final String PROGRESS =
            "start => document.querySelector('#day-progress').innerText.startsWith(start)";

    /** Ten in the evening, by British Summer Time; each result comes ten minutes after what was before it. */
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2027-05-06T21:00:00Z"));

    private static TwoCouncils night;

    @BeforeAll
    static void start() throws Exception {
        TwoCouncils.requireBrowser();
        night = new TwoCouncils(folder, CLOCK);
    }

    @AfterAll
    static void stop() throws Exception {
        if (night != null) {
            night.close();
        }
    }

    private static final Clock CLOCK =
            ((InstantSource) () -> Objects.requireNonNull(NOW.get())).withZone(ZoneOffset.UTC);

    private static List<String> councils(Page page) {
        return page.locator("tr[id^=row-]:not([hidden]) th").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    private static void declare(Ward ward) throws Exception {
        NOW.updateAndGet(before -> before.plusSeconds(600));
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

    /** Nominations came at 22:00 by clocks, a result at 22:10 and another at 22:20: the slider has twenty minutes. */
    @Test
    @Order(3)
    void theSliderShowsAnEarlierMomentAndPlayGoesOnFromThere() {
        try (Page page = night.open(BOARD, 1280, true)) {
            page.waitForFunction(PROGRESS, "2 of 40 ");
            Locator slider = page.locator("#replay-slider");
            assertThat(slider.isVisible()).isTrue();
            assertThat(slider.getAttribute("max")).isEqualTo("20");

            moveTo(slider, 0);
            page.waitForFunction(PROGRESS, "0 of 40 ");
            assertThat(page.locator("[data-live-status]").innerText()).isEqualTo("2027-05-06, 22:00");
            assertThat(page.locator("[name=at]").inputValue()).isEqualTo("2027-05-06T22:00");
            moveTo(slider, 10);
            page.waitForFunction(PROGRESS, "1 of 40 ");

            moveTo(slider, 0);
            page.waitForFunction(PROGRESS, "0 of 40 ");
            Locator play = page.locator("[data-play]");
            String toPlay = play.textContent();
            Object whilePlaying = play.evaluate("button => { button.click(); return button.textContent; }");
            assertThat(whilePlaying).isEqualTo(play.getAttribute("data-pause")).isNotEqualTo(toPlay);
            page.waitForFunction(PROGRESS, "2 of 40 ");
            page.waitForFunction("word => document.querySelector('[data-play]').textContent === word", toPlay);
            assertThat(slider.inputValue()).isEqualTo("20");
        }
    }

    private static void moveTo(Locator slider, int minute) {
        slider.evaluate("(slider, to) => { slider.value = to; slider.dispatchEvent(new Event('change')); }", minute);
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
