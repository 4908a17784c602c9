package uk.declared.web.query;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.query.AreaColumn;
import uk.declared.query.ColumnNames;
import uk.declared.query.InvalidParameterException;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryParameter;
import uk.declared.query.QueryTable;
import uk.declared.query.TableWriter;
import uk.declared.query.Window;
import uk.declared.store.Store;
import uk.declared.web.http.Representation;
import uk.declared.web.map.MapView;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Pages;
import uk.declared.web.page.ResultCell;
import uk.declared.web.page.Wording;

/** The pages of the query library. */
@Component
final class QueryPages {
    /** How many rows a page shows where the query has no parameter that says so. */
    private static final int PAGE = 500;

    /** A list of more to choose from is too long to look through. */
    private static final int MOST_LISTED = 400;

    private final QueryLibrary library;
    private final Store store;
    private final Uris uris;
    private final Pages pages;
    private final AnswerAreas areas;
    private final ParameterChoices choices;
    private final ReadableCells cells;

    QueryPages(
            QueryLibrary library,
            Store store,
            Uris uris,
            Pages pages,
            AnswerAreas areas,
            ParameterChoices choices,
            ReadableCells cells) {
        this.choices = choices;
        this.cells = cells;
        this.areas = areas;
        this.library = library;
        this.store = store;
        this.uris = uris;
        this.pages = pages;
    }

    Page list(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        String words = Optional.ofNullable(request.getParameter("q"))
                .map(String::strip)
                .orElse("");
        Map<String, List<QueriesView.Entry>> groups = new LinkedHashMap<>();
        for (LibraryQuery query : library.queries()) {
            QueriesView.Entry entry = new QueriesView.Entry(
                    "/queries/" + query.name(),
                    query.title().in(wording.locale()),
                    query.description().in(wording.locale()));
            if (entry.hasAll(words)) {
                groups.computeIfAbsent(query.group().orElse("record"), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<QueriesView.Group> shown = groups.entrySet().stream()
                .map(group -> new QueriesView.Group(
                        group.getKey(), wording.text("queries.group." + group.getKey()), group.getValue()))
                .toList();
        return Page.of("queries", wording.text("queries.title"), new QueriesView(words, shown), wording.start());
    }

    /** The page of one query, with its answer where the request gives what it needs. */
    Page query(LibraryQuery query, Map<String, String> typed, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        Map<String, String> given = choices.identified(query, typed, wording);
        boolean complete = query.parameters().stream()
                .allMatch(parameter -> !parameter.required() || given.containsKey(parameter.name()));
        if (!complete) {
            return page(query, given, wording, Optional.empty(), Optional.empty(), Optional.empty());
        }
        try {
            int size = query.pageSize(uris, given, PAGE);
            int number = PageNumber.of(request);
            QueryTable table = query.run(store, uris, given, Window.page(number, size));
            Pager pager = pager(query, given, number, table.rows().size() > size);
            QueryView.Result result = result(query, table.first(size), number, size, pager, wording);
            String editor = "/sparql?edit=" + encode(query.filledIn(uris, given));
            return page(query, given, wording, Optional.empty(), Optional.of(result), Optional.of(editor));
        } catch (InvalidParameterException e) {
            Optional<String> refusal = Optional.of(e.message(wording.locale()));
            return page(query, given, wording, refusal, Optional.empty(), Optional.empty());
        }
    }

    private static Pager pager(LibraryQuery query, Map<String, String> given, int number, boolean further) {
        String path = "/queries/" + query.name() + "?" + parameters(given) + (given.isEmpty() ? "" : "&") + "page=";
        return new Pager(
                number > 1 ? Optional.of(path + (number - 1)) : Optional.empty(),
                further ? Optional.of(path + (number + 1)) : Optional.empty());
    }

    private Page page(
            LibraryQuery query,
            Map<String, String> given,
            Wording wording,
            Optional<String> refusal,
            Optional<QueryView.Result> result,
            Optional<String> editor) {
        String path = "/queries/" + query.name();
        List<QueryView.Field> fields = query.parameters().stream()
                .map(parameter -> field(parameter, given, wording))
                .toList();
        QueryView view = new QueryView(
                path,
                query.description().in(wording.locale()),
                fields,
                refusal,
                result,
                result.isPresent() ? downloads(query, path, given) : List.of(),
                editor,
                result.isPresent() ? snippet(query, given, wording) : "",
                cited(query, given, wording));
        NamedLink list = new NamedLink("/queries", wording.text("queries.title"));
        return Page.of("query", query.title().in(wording.locale()), view, wording.start(), list);
    }

    private Optional<Page.Cited> cited(LibraryQuery query, Map<String, String> given, Wording wording) {
        String address = withParameters("/queries/" + query.name(), given);
        return Optional.of(new Page.Cited(
                uris.base() + address, address, query.description().in(wording.locale())));
    }

    private QueryView.Field field(QueryParameter parameter, Map<String, String> given, Wording wording) {
        String value = given.getOrDefault(parameter.name(), parameter.standard().orElse(""));
        List<ParameterChoices.Choice> offered = choices.of(parameter.type());
        List<QueryView.Choice> shown = new ArrayList<>();
        offered.forEach(choice -> shown.add(new QueryView.Choice(
                choice.id(), choice.text(wording), choice.id().equals(value))));
        boolean many = offered.size() > MOST_LISTED;
        Optional<QueryView.Choice> selected =
                shown.stream().filter(QueryView.Choice::selected).findFirst();
        if (!shown.isEmpty() && selected.isEmpty() && !value.isEmpty()) {
            shown.add(0, new QueryView.Choice(value, value, true));
        }
        String hint = !shown.isEmpty()
                ? ""
                : parameter
                        .example()
                        .map(example -> wording.text("queries.example", example))
                        .orElse("");
        return new QueryView.Field(
                parameter.name(),
                parameter.label().in(wording.locale()),
                many ? selected.map(QueryView.Choice::text).orElse(value) : value,
                hint,
                parameter.required(),
                shown,
                many);
    }

    /** What the colours of a map mean. */
    private String key(LibraryQuery query, QueryTable table, Wording wording) {
        AreaColumn column = query.areas().orElseThrow();
        String shown = ColumnNames.in(wording.locale(), column.value().orElse(""));
        return areas.range(column, table)
                .map(range -> wording.text("queries.map.shades", shown, range.least(), range.most()))
                .orElseGet(() -> wording.text("queries.map.parties", shown));
    }

    private QueryView.Result result(
            LibraryQuery query, QueryTable table, int number, int size, Pager pager, Wording wording) {
        List<List<ResultCell>> rows = cells.of(table, wording);
        List<QueryView.ChartBar> bars =
                query.chart().map(chart -> ChartBars.of(chart, table)).orElse(List.of());
        Optional<FlowView> flow = query.flow().flatMap(drawn -> FlowView.of(drawn, table));
        Optional<MapView> map = query.areas()
                .filter(column -> column.value().isPresent())
                .map(column -> areas.once(column, table))
                .filter(mapped -> !mapped.isEmpty())
                .map(MapView::of);
        return new QueryView.Result(
                table.columns().stream()
                        .map(column -> ColumnNames.in(wording.locale(), column))
                        .toList(),
                rows,
                count(rows.size(), number, size, pager, wording),
                bars,
                flow,
                map,
                map.isPresent() ? key(query, table, wording) : "",
                pager);
    }

    /** How many rows there are; of a part, which they are and that there are others. */
    private static String count(int rows, int number, int size, Pager pager, Wording wording) {
        long before = (number - 1L) * size;
        return before == 0 && pager.next().isEmpty()
                ? wording.text("sparql.rows", rows)
                : wording.text(
                        pager.next().isPresent() ? "queries.rows.more" : "queries.rows.last",
                        wording.number(before + 1),
                        wording.number(before + rows));
    }

    /** A line of HTML by which another page shows this answer. */
    private String snippet(LibraryQuery query, Map<String, String> given, Wording wording) {
        String address = uris.base() + withParameters("/queries/" + query.name(), given);
        return "<iframe src=\"" + HtmlUtils.htmlEscape(address) + "\" title=\""
                + HtmlUtils.htmlEscape(query.title().in(wording.locale()))
                + "\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>";
    }

    private static List<NamedLink> downloads(LibraryQuery query, String path, Map<String, String> given) {
        Stream<NamedLink> tables = Arrays.stream(TableWriter.values())
                .filter(writer -> writer != TableWriter.TEXT)
                .map(writer -> new NamedLink(withParameters(path + "." + writer.suffix(), given), writer.name()));
        Stream<NamedLink> graphs = RdfSyntax.OF_DOCUMENTS.stream()
                .map(syntax -> new NamedLink(withParameters(path + "." + syntax.suffix(), given), syntax.title()));
        Stream<NamedLink> shapes = query.areas().stream()
                .map(column -> new NamedLink(
                        withParameters(path + "." + Representation.GEOJSON.suffix(), given),
                        Representation.GEOJSON.title()));
        return Stream.of(tables, graphs, shapes).flatMap(each -> each).toList();
    }

    private static String withParameters(String path, Map<String, String> given) {
        return given.isEmpty() ? path : path + "?" + parameters(given);
    }

    private static String parameters(Map<String, String> given) {
        return given.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
