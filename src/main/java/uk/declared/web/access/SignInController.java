package uk.declared.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.deployment.Deployment;
import uk.declared.web.http.Answers;
import uk.declared.web.http.SubmissionPaths;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;

/** The page where councils' officers and the operator sign in with a token. */
@RestController
@ConditionalOnBean(Deployment.class)
final class SignInController {
    private final Pages pages;

    SignInController(Pages pages) {
        this.pages = pages;
    }

    /** What the page shows. */
    record View(FormToken form, boolean failed, boolean out) {}

    @GetMapping(SecurityConfiguration.SIGN_IN)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof HolderAuthentication) {
            return Answers.seeOther(request, SubmissionPaths.HOME);
        }
        View view = new View(
                FormToken.of(request),
                request.getParameterMap().containsKey("failed"),
                request.getParameterMap().containsKey("out"));
        return pages.privately(
                request,
                Page.of(
                        "sign-in",
                        pages.wording(request).text("sign-in.title"),
                        view,
                        pages.wording(request).start()));
    }
}
