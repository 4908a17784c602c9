package uk.declared.web.template;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.Answers;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/** Serves the submission template: the page that explains it, the CSV file and its description. */
@RestController
final class TemplateController {
    private final Pages pages;

    TemplateController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        TemplateView view = TemplateView.of(wording.locale());
        return pages.answer(request, Page.of("template", wording.text("template.heading"), view, wording.start()));
    }

    @GetMapping("/template/" + TemplateFiles.CSV)
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        HttpHeaders headers = download(TemplateFiles.CSV);
        // A program that has the file finds its description by this (Model for Tabular Data, section 5.2).
        headers.add(
                HttpHeaders.LINK,
                "<" + request.getContextPath() + "/template/" + TemplateFiles.METADATA
                        + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        return Answers.of(
                request,
                MediaType.parseMediaType("text/csv;charset=utf-8;header=present"),
                TemplateFiles.csv(),
                headers,
                List.of());
    }

    @GetMapping("/template/" + TemplateFiles.METADATA)
    ResponseEntity<byte[]> metadata(HttpServletRequest request) {
        return Answers.of(
                request,
                MediaType.parseMediaType("application/csvm+json"),
                TemplateFiles.metadata(),
                download(TemplateFiles.METADATA),
                List.of());
    }

    private static HttpHeaders download(String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return headers;
    }
}
