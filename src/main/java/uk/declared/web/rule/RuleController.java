package uk.declared.web.rule;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/** Serves the rules as pages and in RDF: {@code /def/rules}, {@code /def/rules/F402} and both with a suffix. */
@RestController
final class RuleController {
    /** The rules are under the licence of the program. */
    private static final URI LICENCE = URI.create("https://www.apache.org/licenses/LICENSE-2.0");

    private static final String VOCABULARY = "/def/local-elections";

    private final Rules rules;
    private final Pages pages;
    private final Uris uris;
    private final Map<RdfSyntax, byte[]> written = new ConcurrentHashMap<>();

    RuleController(Rules rules, Pages pages, Uris uris) {
        this.rules = rules;
        this.pages = pages;
        this.uris = uris;
    }

    @GetMapping(RulePath.PAGE)
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return all(request, Documents.preferred(request, RulePath.PAGE));
    }

    @GetMapping(RulePath.PAGE + ".{suffix}")
    ResponseEntity<byte[]> all(@PathVariable String suffix, HttpServletRequest request) {
        return all(request, Representation.ofSuffix(suffix).orElseThrow(RuleController::unknown));
    }

    @GetMapping(RulePath.PAGE + "/{file}")
    ResponseEntity<byte[]> rule(@PathVariable String file, HttpServletRequest request) {
        int dot = file.lastIndexOf('.');
        String number = known(dot < 0 ? file : file.substring(0, dot));
        Representation representation = dot < 0
                ? Documents.preferred(request, RulePath.of(number))
                : Representation.ofSuffix(file.substring(dot + 1)).orElseThrow(RuleController::unknown);
        return rule(number, request, representation);
    }

    /** Where the redirect of the permanent names leads: all that begins as the vocabulary does goes to its path. */
    @GetMapping({VOCABULARY + "/rules", VOCABULARY + "/rule/{number}"})
    ResponseEntity<Void> permanentName(@PathVariable Optional<String> number, HttpServletRequest request) {
        String path = number.map(given -> RulePath.of(known(given))).orElse(RulePath.PAGE);
        String query = Optional.ofNullable(request.getQueryString())
                .map(given -> "?" + given)
                .orElse("");
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.LOCATION, request.getContextPath() + path + query);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).headers(headers).build();
    }

    private ResponseEntity<byte[]> all(HttpServletRequest request, Representation representation) {
        DocumentLinks links = links(RulePath.DOCUMENT, RulePath.PAGE);
        Optional<RdfSyntax> syntax = representation.syntax();
        if (syntax.isPresent()) {
            byte[] bytes = written.computeIfAbsent(syntax.get(), wanted -> Documents.write(rules.all(), wanted));
            return Documents.answer(request, bytes, syntax.get(), links, new HttpHeaders());
        }
        Wording wording = pages.wording(request);
        RulesView view = new RuleReader(rules, wording).all();
        return pages.answer(
                request,
                Page.of("rules", wording.text("rules.heading"), view, wording.start())
                        .of(links));
    }

    private ResponseEntity<byte[]> rule(String number, HttpServletRequest request, Representation representation) {
        DocumentLinks links = links(Vocabulary.rule(number).getURI(), RulePath.of(number));
        Optional<RdfSyntax> syntax = representation.syntax();
        if (syntax.isPresent()) {
            Graph document = rules.document(number);
            return Documents.answer(request, document, syntax.get(), links, new HttpHeaders());
        }
        Wording wording = pages.wording(request);
        RuleView view = new RuleReader(rules, wording).rule(number);
        List<NamedLink> above =
                List.of(wording.start(), new NamedLink(RulePath.PAGE, wording.text("rules.heading")), view.family());
        return pages.answer(request, new Page("rule", number + ", " + view.title(), view, above, Optional.of(links)));
    }

    private DocumentLinks links(String thing, String path) {
        return new DocumentLinks(thing, uris.base() + path, path, LICENCE, VOCABULARY);
    }

    private String known(String number) {
        return Optional.of(number).filter(rules.numbers()::contains).orElseThrow(RuleController::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.rule");
    }
}
