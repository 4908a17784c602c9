package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.declared.deployment.Deployment;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Answers;
import uk.declared.web.http.Representation;
import uk.declared.web.settings.ServerSettings;

/** Renders pages into the one layout, and answers with them. */
@Component
public final class Pages {
    private final ITemplateEngine engine;
    private final MessageSource messages;
    private final Languages languages;
    private final Stylesheet stylesheet;
    private final boolean takesSubmissions;
    private final boolean rehearsal;
    private final boolean night;
    private final String origin;
    private final Optional<ServerSettings.AsOf> asOf;
    private final Citations citations;

    /** @param deployment is there where submissions are taken */
    public Pages(
            ITemplateEngine engine,
            MessageSource messages,
            Languages languages,
            Stylesheet stylesheet,
            Uris uris,
            ServerSettings settings,
            ObjectProvider<Deployment> deployment,
            Citations citations) {
        this.citations = citations;
        this.rehearsal = BaseUri.isRehearsal(uris.base());
        this.night = settings.night();
        this.origin = uris.base();
        this.asOf = settings.asOf();
        this.engine = engine;
        this.messages = messages;
        this.languages = languages;
        this.stylesheet = stylesheet;
        this.takesSubmissions = deployment.stream().findAny().isPresent();
    }

    /** How to write for whoever asks. */
    public Wording wording(HttpServletRequest request) {
        return new Wording(messages, languages.resolveLocale(request));
    }

    /** A page as the answer to a request. */
    public ResponseEntity<byte[]> answer(HttpServletRequest request, Page page) {
        return answer(request, page, new HttpHeaders());
    }

    /**
     * A page as the answer to a request.
     *
     * @param headers to send with it
     */
    public ResponseEntity<byte[]> answer(HttpServletRequest request, Page page, HttpHeaders headers) {
        page.document().ifPresent(document -> document.addTo(headers, request.getContextPath()));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, wording(request).tag());
        Optional<PageCitation> citation =
                citations.of(page, headers, wording(request).tag());
        Optional<CitationForm> cited = CitationForm.asked(request);
        if (citation.isPresent() && cited.isPresent()) {
            byte[] written = cited.get().write(citation.get()).getBytes(StandardCharsets.UTF_8);
            return Answers.of(request, cited.get().type(), written, headers, List.of(HttpHeaders.ACCEPT_LANGUAGE));
        }
        return Answers.of(
                request,
                Representation.HTML.contentType(),
                render(request, page, citation),
                headers,
                List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** A page that is for whoever asks and nobody else, so that no cache keeps it. */
    public ResponseEntity<byte[]> privately(HttpServletRequest request, Page page) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noStore());
        return answer(request, page, headers);
    }

    private String asOf(Wording wording) {
        return asOf.map(release -> wording.text("release.banner", release.release(), wording.time(release.time())))
                .orElse("");
    }

    /** What search engines are told of a page about a data set; empty of any other. */
    private static String structured(Page page, Wording wording) {
        if (page.view() instanceof Page.Citable citable) {
            return citable.cited()
                    .map(cited -> StructuredData.write(
                            StructuredData.dataset(cited.uri(), page.title(), cited.description(), wording.tag())))
                    .orElse("");
        }
        return page.document()
                .flatMap(document -> StructuredData.of(document, page.title(), wording))
                .orElse("");
    }

    /** The bytes of a page, in UTF-8. */
    public byte[] render(HttpServletRequest request, Page page) {
        return render(request, page, Optional.empty());
    }

    private byte[] render(HttpServletRequest request, Page page, Optional<PageCitation> citation) {
        Locale locale = languages.resolveLocale(request);
        Context context = new Context(locale);
        context.setVariable("page", page);
        context.setVariable("view", page.view());
        citation.ifPresent(cited -> {
            context.setVariable("citation", cited);
            context.setVariable("citationText", cited.text(wording(request)));
            context.setVariable("citationForms", CitationForm.values());
        });
        context.setVariable("structured", structured(page, wording(request)));
        context.setVariable(
                "layout",
                Layout.of(
                        request,
                        locale,
                        stylesheet,
                        takesSubmissions,
                        rehearsal,
                        night,
                        origin,
                        asOf(wording(request))));
        context.setVariable(PageLinks.CONTEXT_PATH, request.getContextPath());
        Languages.asked(request).ifPresent(asked -> context.setVariable(PageLinks.LANGUAGE, asked.getLanguage()));
        return engine.process(page.template(), context).getBytes(StandardCharsets.UTF_8);
    }
}
