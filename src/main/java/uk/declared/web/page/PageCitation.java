package uk.declared.web.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to cite what a page shows: as a line to copy, for reference managers in CSL-JSON, and for LaTeX in BibTeX. What is cited
 * is the thing, whose URI stays, and not the page.
 *
 * @param title what is cited
 * @param publisher who publishes it
 * @param uri the thing's URI
 * @param path of the page, with its parameters, at which the citation is had in each form
 * @param issued the day on which it was last published; absent where it is of no one day
 * @param language of the title, as a tag
 */
public record PageCitation(
        String title, String publisher, String uri, String path, Optional<LocalDate> issued, String language) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARKS = "\\{}&%$#_^~";
    private static final List<String> WRITTEN_MARKS = List.of(
            "\\textbackslash{}",
            "\\{",
            "\\}",
            "\\&",
            "\\%",
            "\\$",
            "\\#",
            "\\_",
            "\\textasciicircum{}",
            "\\textasciitilde{}");

    /** A line to copy. */
    public String text(Wording wording) {
        return issued.map(day -> wording.text("cite.text.dated", publisher, title, wording.date(day), uri))
                .orElseGet(() -> wording.text("cite.text", publisher, title, uri));
    }

    /** The path of this citation in one form. */
    public String path(CitationForm form) {
        return path + (path.contains("?") ? "&" : "?") + CitationForm.PARAMETER + "=" + form.key();
    }

    /** One item as the schema of CSL-JSON 1.0 describes it. */
    public String cslJson() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", uri);
        item.put("type", "dataset");
        item.put("title", title);
        item.put("author", List.of(Map.of("literal", publisher)));
        item.put("publisher", publisher);
        item.put("URL", uri);
        item.put("language", language);
        issued.ifPresent(day -> item.put(
                "issued",
                Map.of("date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())))));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item));
    }

    /** An entry of a bibliography; {@code @misc}, since BibTeX knows no data sets. */
    public String bibtex() {
        StringBuilder entry = new StringBuilder("@misc{").append(key()).append(",\n");
        field(entry, "author", "{" + escaped(publisher) + "}");
        field(entry, "title", "{" + escaped(title) + "}");
        issued.ifPresent(day -> {
            field(entry, "year", Integer.toString(day.getYear()));
            field(entry, "month", Integer.toString(day.getMonthValue()));
            field(entry, "day", Integer.toString(day.getDayOfMonth()));
        });
        field(entry, "url", uri);
        return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    /** What follows the last slash of the URI, of letters that every BibTeX takes. */
    private String key() {
        String last = uri.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        return last.replaceAll("[^A-Za-z0-9.:-]", "-").toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int mark = MARKS.indexOf(letter);
            escaped.append(mark < 0 ? String.valueOf(letter) : WRITTEN_MARKS.get(mark));
        }
        return escaped.toString();
    }
}
