package uk.declared.web.problem;

import org.springframework.http.HttpStatus;
import uk.declared.web.http.ProblemException;

/** The problems that nothing more is known of than their status. */
final class ProblemStatus {
    private ProblemStatus() {}

    static ProblemException problem(HttpStatus status) {
        String key = switch (status) {
            case NOT_FOUND -> "problem.404.text";
            case METHOD_NOT_ALLOWED -> "problem.405.text";
            case NOT_ACCEPTABLE -> "problem.406.text";
            case REQUEST_TIMEOUT -> "problem.408.text";
            case INSUFFICIENT_STORAGE -> "problem.storage.unrecorded";
            case SERVICE_UNAVAILABLE -> "problem.503.text";
            default -> status.is4xxClientError() ? "problem.4xx.text" : "problem.5xx.text";
        };
        return ProblemException.of(status, key);
    }
}
