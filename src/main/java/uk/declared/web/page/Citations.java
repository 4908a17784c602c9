package uk.declared.web.page;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;

/** Says of pages how to cite what they show. */
@Component
final class Citations {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final String publisher;

    Citations(Uris uris, @Value("${declared.publisher.name:}") String name) {
        this.publisher = name.isBlank() ? "Declared (" + URI.create(uris.base()).getAuthority() + ")" : name.strip();
    }

    /**
     * How to cite what a page shows; absent of pages that are nothing but pages.
     *
     * @param headers of the answer, of which {@code Last-Modified} says when it was published
     */
    Optional<PageCitation> of(Page page, HttpHeaders headers, String language) {
        Optional<LocalDate> issued = Optional.of(headers.getLastModified())
                .filter(time -> time >= 0)
                .map(time -> LocalDate.ofInstant(Instant.ofEpochMilli(time), LONDON));
        if (page.view() instanceof Page.Citable citable) {
            return citable.cited()
                    .map(cited ->
                            new PageCitation(page.title(), publisher, cited.uri(), cited.path(), issued, language));
        }
        return page.document()
                .map(document -> new PageCitation(
                        page.title(), publisher, document.thing(), document.path() + ".html", issued, language));
    }
}
