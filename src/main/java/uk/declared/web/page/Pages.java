package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.BaseUri;
import uk.declared.publish.Deployment;
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

    /** @param deployment is there where submissions are taken */
    public Pages(
            ITemplateEngine engine,
            MessageSource messages,
            Languages languages,
            Stylesheet stylesheet,
            Uris uris,
            ServerSettings settings,
            ObjectProvider<Deployment> deployment) {
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
        return Answers.of(
                request,
                Representation.HTML.contentType(),
                render(request, page),
                headers,
                List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }

    private String asOf(Wording wording) {
        return asOf.map(release -> wording.text("release.banner", release.release(), wording.time(release.time())))
                .orElse("");
    }

    /** The bytes of a page, in UTF-8. */
    public byte[] render(HttpServletRequest request, Page page) {
        Locale locale = languages.resolveLocale(request);
        Context context = new Context(locale);
        context.setVariable("page", page);
        context.setVariable("view", page.view());
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
