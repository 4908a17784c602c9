package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;

/** A form in which a citation can be had, by a parameter of the page's address: {@code ?cite=bibtex}. */
public enum CitationForm {
    CSL("CSL-JSON", "application/vnd.citationstyles.csl+json", PageCitation::cslJson),
    BIBTEX("BibTeX", "application/x-bibtex;charset=utf-8", PageCitation::bibtex);

    static final String PARAMETER = "cite";

    private final String title;
    private final MediaType type;
    private final Function<PageCitation, String> writer;

    CitationForm(String title, String type, Function<PageCitation, String> writer) {
        this.title = title;
        this.type = MediaType.parseMediaType(type);
        this.writer = writer;
    }

    /** The form that a request asks for. */
    static Optional<CitationForm> asked(HttpServletRequest request) {
        String asked = request.getParameter(PARAMETER);
        return Arrays.stream(values()).filter(form -> form.key().equals(asked)).findFirst();
    }

    /** The word for it in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    MediaType type() {
        return type;
    }

    String write(PageCitation citation) {
        return writer.apply(citation);
    }
}
