package uk.declared.web.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/** Answers for documents that are about no whole thing: about a part of one, or a graph beside a thing's own. */
public interface PartDocuments {
    /**
     * The document of the request's path.
     *
     * @throws ProblemException where there is none
     */
    ResponseEntity<?> answer(HttpServletRequest request);
}
