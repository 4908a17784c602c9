package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.web.Axe;
import uk.declared.web.board.TwoCouncils.Ward;

/**
 * A night in a real browser. Two councils of twenty wards each, their members made up; in every ward one seat of three is
 * up. Board, council and contest stay open while forty results are published in an order of their own, ten one by one and then three at a
 * time, and what they show after each is compared with what a few lines of arithmetic here say.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveBoardTest {
    private static final String DAY = TwoCouncils.DAY;
    private static final String BOARD = TwoCouncils.BOARD;

    private static final int PHONE = 360;

    /** So many results come alone; the others come three at a time. */
    private static final int ONE_BY_ONE = 10;

    /** Asking whenever a picture is drawn would have pictures drawn all the time. Milliseconds. */
    private static final Page.WaitForFunctionOptions NOW_AND_THEN =
            new Page.WaitForFunctionOptions().setPollingInterval(30);

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

    @Test
    @Order(1)
    void openPagesFollowFortyResultsAndSurviveACutStream() throws Exception {
        List<Ward> order = new ArrayList<>(TwoCouncils.WARDS);
        Collections.shuffle(order, new Random(6));
        Page board = night.open(BOARD, 1280, true);
        Page phone = night.open(BOARD + "?lang=cy", PHONE, true);
        Page council = night.open(BOARD + "/trafford", 1280, true);
        Ward last = order.get(order.size() - 1);
        Page contest = night.open(
                "/doc/contest/local." + last.council() + "."
                        + last.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + DAY,
                1280,
                true);
        TwoCouncils.shoot(board, "1-before");
        TwoCouncils.shoot(phone, "1-before-phone-cy");
        String awaited = contest.locator("main").innerText();

        int number = 0;
        while (number < order.size()) {
            if (number == 16) {
                night.cut();
            }
            int before = number;
            number += number < ONE_BY_ONE ? 1 : 3;
            night.submit(TwoCouncils.HEADINGS
                    + order.subList(before, number).stream()
                            .map(ward -> ward.rows("declared", true))
                            .collect(Collectors.joining()));
            List<Ward> declared = order.subList(0, number);
            board.waitForFunction(
                    "number => document.querySelector('#day-progress').innerText.startsWith(number + ' of 40 ')",
                    number,
                    NOW_AND_THEN);
            phone.waitForFunction(
                    "number => document.querySelector('#day-progress').innerText.includes(number)",
                    number,
                    NOW_AND_THEN);
            int inTrafford = (int) declared.stream()
                    .filter(ward -> ward.council().equals("trafford"))
                    .count();
            council.waitForFunction(
                    "number => document.querySelector('#day-progress').innerText.startsWith(number + ' of 20 ')",
                    inTrafford,
                    NOW_AND_THEN);
            assertThat(elected(board)).as("after %s results", number).isEqualTo(electedBy(declared));
            for (String slug : List.of("trafford", "bury")) {
                assertThat(board.locator("#row-" + slug + " .declared-councils__seats .declared-note")
                                .innerText())
                        .as("%s after %s results", slug, number)
                        .isEqualTo(seats(slug, declared));
            }
            if (number == 19) {
                TwoCouncils.shoot(board, "2-middle");
                TwoCouncils.shoot(phone, "2-middle-phone-cy");
                TwoCouncils.shoot(council, "2-middle-council");
            }
        }
        contest.waitForFunction("before => document.querySelector('main').innerText !== before", awaited);
        assertThat(contest.locator("main").innerText()).contains("900");
        assertThat(board.locator("#board-ticker li").count())
                .isEqualTo(board.locator("#board-ticker li[id]").count());
        TwoCouncils.shoot(board, "3-after");
        TwoCouncils.shoot(council, "3-after-council");
        TwoCouncils.shoot(contest, "3-after-contest");
        for (Page page : List.of(board, phone, council, contest)) {
            page.close();
        }
    }

    /** Elected so far, counted here. */
    private static Map<String, Integer> electedBy(List<Ward> declared) {
        Map<String, Integer> elected = new TreeMap<>();
        declared.forEach(ward -> elected.merge(TwoCouncils.NAMES.get(ward.winner()), 1, Integer::sum));
        return elected;
    }

    private static Map<String, Integer> elected(Page board) {
        Map<String, Integer> shown = new TreeMap<>();
        board.locator("#board-parties > div:first-child table tbody tr").all().forEach(row -> {
            String number = row.locator("td").first().innerText().strip();
            if (!number.isEmpty() && !number.equals("0")) {
                shown.put(row.locator("th").innerText().strip(), Integer.valueOf(number));
            }
        });
        return shown;
    }

    /** Twenty seats of each of the two parties stay; a declared ward's third is its winner's, any other is open. */
    private static String seats(String council, List<Ward> declared) {
        Map<String, Integer> seats = new TreeMap<>(Map.of("PP53", 20, "PP52", 20));
        List<Ward> own =
                declared.stream().filter(ward -> ward.council().equals(council)).toList();
        own.forEach(ward -> seats.merge(ward.winner(), 1, Integer::sum));
        List<String> parts = new ArrayList<>(seats.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(each -> TwoCouncils.NAMES.get(each.getKey()) + " " + each.getValue())
                .toList());
        if (own.size() < 20) {
            parts.add((20 - own.size()) + " open");
        }
        return String.join(", ", parts);
    }

    @Test
    @Order(2)
    void withoutScriptThePageIsComplete() {
        try (Page page = night.open(BOARD, 1280, false)) {
            assertThat(page.locator("#day-progress").innerText()).startsWith("40 of 40 ");
            assertThat(page.locator("tr[id^=row-]").count()).isEqualTo(2);
            assertThat(page.locator("#board-ticker li").count()).isGreaterThanOrEqualTo(40);
            assertThat(page.locator("#board-table-heading").isVisible()).isTrue();
        }
        try (Page page = night.open(BOARD + "?change=gained", 1280, false)) {
            assertThat(page.locator("tr[id^=row-]").count()).isLessThan(2);
        }
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {
                BOARD,
                BOARD + "?lang=cy",
                BOARD + "/trafford",
                BOARD + "/trafford?lang=cy",
                "/embed/elections/" + DAY,
                "/embed/elections/" + DAY + "/council/bury"
            })
    void pagesFitEveryWidthAndBreakNoRuleOfAccessibility(String path) {
        try (Page page = night.open(path, PHONE, true)) {
            for (int width : List.of(PHONE, 1280)) {
                page.setViewportSize(width, 900);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s at %s", path, width)
                        .isEqualTo(width);
                if (width == PHONE || Axe.IN_ALL_WIDTHS) {
                    assertThat(Axe.violations(page)).as("%s at %s", path, width).isEqualTo(List.of());
                }
                TwoCouncils.shoot(page, "4" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width);
            }
        }
    }
}
