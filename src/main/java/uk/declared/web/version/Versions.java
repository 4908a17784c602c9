package uk.declared.web.version;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;

/** Finds versions of contests, and knows the paths at which they can be read. */
@Component
@ConditionalOnBean(Deployment.class)
final class Versions {
    private final History history;
    private final Uris uris;

    Versions(Deployment deployment, Uris uris) {
        this.history = deployment.history();
        this.uris = uris;
    }

    History history() {
        return history;
    }

    /** @throws ProblemException where a text is no identifier of a contest that was ever declared: 404 */
    BallotId contest(String text) {
        return known(text).orElseThrow(Versions::unknown);
    }

    /** The contest of an identifier, where it was ever declared. */
    Optional<BallotId> known(String text) {
        return ballot(text).filter(id -> !history.of(id).isEmpty());
    }

    /**
     * A version that has a result.
     *
     * @throws ProblemException where there is no such version (404), or it has no result (410)
     */
    History.Version version(BallotId contest, String number) {
        History.Version version = any(contest, number);
        if (version.redacted()) {
            throw ProblemException.of(HttpStatus.GONE, "problem.410.redacted", contest.value(), number);
        }
        if (!version.hasResult()) {
            throw ProblemException.of(HttpStatus.GONE, "problem.410.version", contest.value(), number);
        }
        return version;
    }

    /** A version, whether or not it has a result. */
    History.Version any(BallotId contest, String number) {
        if (!number.matches("[1-9]\\d{0,6}")) {
            throw unknown();
        }
        return history.of(contest, Integer.parseInt(number)).orElseThrow(Versions::unknown);
    }

    /** The path of the document about a contest as it stands now. */
    String contestPath(BallotId contest) {
        return document(uris.contest(contest));
    }

    /** The path of the document about one declaration. */
    String declarationPath(BallotId contest, int version) {
        return document(uris.declaration(contest, version));
    }

    /** The path of the result as one declaration stated it. */
    String resultPath(BallotId contest, int version) {
        return declarationPath(contest, version) + "/result";
    }

    private String document(Node thing) {
        return LocalPaths.encode(
                uris.documentOf(thing).getURI().substring(uris.base().length()));
    }

    private static Optional<BallotId> ballot(String text) {
        try {
            return Optional.of(new BallotId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
    }
}
