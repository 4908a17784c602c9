package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.ground.Json;
import uk.declared.publish.Publication;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.SubmissionPaths;

/** {@code POST /submissions/withdrawals}: takes a contest back, with a reason for everybody to read. */
@RestController
@ConditionalOnBean(Deployment.class)
final class WithdrawalController {
    private static final int LONGEST_REASON = 1_000;

    private final Deployment deployment;

    WithdrawalController(Deployment deployment) {
        this.deployment = deployment;
    }

    @PostMapping(SubmissionPaths.HOME + "/withdrawals")
    ResponseEntity<byte[]> withdraw(HttpServletRequest request, HolderAuthentication who) {
        Holder holder = who.getPrincipal();
        BallotId contest = contest(request);
        String reason = Sending.parameter(request, "reason")
                .filter(text -> text.length() <= LONGEST_REASON)
                .orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.reason", LONGEST_REASON));
        if (!holder.mayChange(contest)) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.contests", contest.value(), 1);
        }
        Optional<Publication.Version> withdrawn = deployment.upkeep().withdraw(contest, reason, holder.source());
        Publication.Version version = withdrawn.orElseThrow(
                () -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.withdrawal", contest.value()));
        deployment.audit().note(holder, "withdraw", Map.of("contest", contest.value()));
        String declaration =
                deployment.uris().declaration(contest, version.version()).getURI();
        if (String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                .contains("text/html")) {
            return Answers.seeOther(request, SubmissionPaths.HOME + "?withdrawn");
        }
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("contest", deployment.uris().contest(contest).getURI());
        json.put("declaration", declaration);
        json.put("version", version.version());
        return ResponseEntity.created(URI.create(declaration))
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.PLAIN.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
    }

    private static BallotId contest(HttpServletRequest request) {
        try {
            return new BallotId(Sending.parameter(request, "contest").orElse(""));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.contest");
        }
    }
}
