package uk.declared.web.keying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.draft.Draft;
import uk.declared.draft.Drafts;
import uk.declared.election.BallotId;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.ProblemException;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** The contests that somebody may key in, correct or withdraw: their lists, their names and their forms. */
@Component
@ConditionalOnBean(Deployment.class)
final class KeyedContests {
    private final Deployment deployment;

    KeyedContests(Deployment deployment) {
        this.deployment = deployment;
    }

    /**
     * The contests of a query that somebody may change, the first few of them, and one more where there are more.
     *
     * @param query with {@code ?theirs} for what their identifiers match
     * @param bound what its other variables stand for
     */
    List<Row> changeable(Query query, int listed, Holder holder, Map<String, Node> bound) {
        Map<String, Node> all = new HashMap<>(bound);
        all.put("theirs", NodeFactory.createLiteralString(holder.changeable()));
        return deployment.store().select(StoredQuery.page(query, 1, listed), all, Row::all);
    }

    /**
     * The contest of a path, which must be theirs.
     *
     * @throws ProblemException where it is no contest's identifier, or not theirs to change
     */
    static BallotId own(String contest, HolderAuthentication who) {
        try {
            BallotId id = new BallotId(contest);
            if (!who.getPrincipal().mayChange(id)) {
                throw ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.contests", id.value(), 1);
            }
            return id;
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.keying", contest);
        }
    }

    /** Makes a draft of a form that was filled in. */
    Draft draft(ContestForm form, Path file, String name, Holder holder) throws IOException {
        Drafts.Beside beside = new Drafts.Beside(Optional.of(form.format()), holder.council(), Optional.empty());
        return deployment
                .drafts()
                .create(
                        holder.owner(),
                        name + ".csv",
                        beside,
                        deployment.publisher().position(),
                        file);
    }

    /**
     * What is published of a contest, as a form.
     *
     * @throws ProblemException where nothing is
     */
    ContestForm form(BallotId id) {
        ContestForm form = ContestForm.of(deployment.store(), deployment.uris().contest(id));
        if (form.rows().isEmpty()) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.keying", id.value());
        }
        return form;
    }

    /** A contest's name, as people read it. */
    String name(BallotId id) {
        return ContestNamesByStore.of(deployment.store(), deployment.uris().contest(id));
    }

    /** A figure as it was keyed, without the marks that part thousands. */
    static String figure(String keyed) {
        return keyed.replaceAll("[\\s,\\u00a0]", "");
    }
}
