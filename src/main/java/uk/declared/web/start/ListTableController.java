package uk.declared.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.export.ListTable;
import uk.declared.export.ListTables;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.Representation;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.table.TableFile;
import uk.declared.web.table.Tables;

/** The lists of elections and of elected bodies as tables, all of each. */
@RestController
final class ListTableController {
    private final Tables tables;
    private final ListTables lists;
    private final Uris uris;
    private final ServerSettings settings;
    private final Pages pages;

    ListTableController(Tables tables, Store store, Uris uris, ServerSettings settings, Pages pages) {
        this.tables = tables;
        this.lists = new ListTables(store);
        this.uris = uris;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping("/elections" + TableFile.SUFFIX)
    ResponseEntity<byte[]> elections(HttpServletRequest request) {
        return tables.answer(request, electionsTable(request), new HttpHeaders());
    }

    @GetMapping("/elections" + Representation.JSON_SUFFIX)
    ResponseEntity<byte[]> electionsAsJson(HttpServletRequest request) {
        return ListJson.answer(request, electionsTable(request));
    }

    @GetMapping("/councils" + Representation.JSON_SUFFIX)
    ResponseEntity<byte[]> councilsAsJson(HttpServletRequest request) {
        return ListJson.answer(request, councilsTable(request));
    }

    @GetMapping("/elections" + TableFile.DESCRIPTION)
    ResponseEntity<byte[]> electionsDescribed(HttpServletRequest request) {
        return tables.description(request, electionsTable(request), settings.licence());
    }

    @GetMapping(PollingDay.PATH + TableFile.SUFFIX)
    ResponseEntity<byte[]> day(@PathVariable String day, HttpServletRequest request) {
        return tables.answer(request, dayTable(PollingDay.of(day), request), new HttpHeaders());
    }

    @GetMapping(PollingDay.PATH + TableFile.DESCRIPTION)
    ResponseEntity<byte[]> dayDescribed(@PathVariable String day, HttpServletRequest request) {
        return tables.description(request, dayTable(PollingDay.of(day), request), settings.licence());
    }

    @GetMapping("/councils" + TableFile.SUFFIX)
    ResponseEntity<byte[]> councils(HttpServletRequest request) {
        return tables.answer(request, councilsTable(request), new HttpHeaders());
    }

    @GetMapping("/councils" + TableFile.DESCRIPTION)
    ResponseEntity<byte[]> councilsDescribed(HttpServletRequest request) {
        return tables.description(request, councilsTable(request), settings.licence());
    }

    private TableFile electionsTable(HttpServletRequest request) {
        return table("/elections", "elections", "elections.heading", ListTable.ELECTIONS, request);
    }

    private TableFile dayTable(LocalDate day, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        ListTable list = ListTable.ELECTIONS_OF_DAY;
        return new TableFile(
                "/elections/" + day,
                "",
                "elections-" + day,
                wording.text("day.heading", wording.date(day)),
                uris.base() + "/elections/" + day,
                Optional.empty(),
                list.layout(),
                list.headings(),
                out -> lists.write(list, Literals.date(day), out));
    }

    private TableFile councilsTable(HttpServletRequest request) {
        return table("/councils", "councils", "councils.heading", ListTable.BODIES, request);
    }

    private TableFile table(String path, String name, String title, ListTable list, HttpServletRequest request) {
        return new TableFile(
                path,
                "",
                name,
                pages.wording(request).text(title),
                uris.base() + path,
                Optional.empty(),
                list.layout(),
                list.headings(),
                out -> lists.write(list, out));
    }
}
