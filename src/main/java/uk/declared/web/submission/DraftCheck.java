package uk.declared.web.submission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.draft.Draft;
import uk.declared.draft.Drafts;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.publish.Publication;
import uk.declared.publish.Terms;
import uk.declared.report.Report;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/** Checks drafts. What came of a check is kept for as long as nothing else is published, since officers look at it often. */
@Component
@ConditionalOnBean(Deployment.class)
final class DraftCheck {
    private static final int KEPT = 50;

    private final Deployment deployment;
    private final Cache<Key, Publication> checks = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    private final Cache<String, Map<BallotId, String>> names = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    DraftCheck(Deployment deployment) {
        this.deployment = deployment;
    }

    private record Key(String draft, boolean conforming, long seen, long position) {}

    /** What publishing the draft would do. */
    Publication of(Draft draft, Holder holder, boolean conforming) {
        Key key = new Key(
                draft.id(), conforming, draft.seen(), deployment.publisher().position());
        Publication known = checks.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Publication made = check(draft, holder, conforming);
        checks.put(key, made);
        return made;
    }

    private Publication check(Draft draft, Holder holder, boolean conforming) {
        try {
            return deployment.publisher().rehearse(submission(draft), options(draft), terms(draft, holder, conforming));
        } catch (UnreadableSubmissionException e) {
            return Publication.nothing(Report.unreadable(e.finding()), List.of(), List.of());
        }
    }

    /** What the contests of the draft are called, by their identifiers. */
    Map<BallotId, String> names(Draft draft) {
        return names.get(draft.id(), id -> {
            try {
                return deployment.publisher().namesOf(submission(draft), options(draft));
            } catch (UnreadableSubmissionException e) {
                return Map.of();
            }
        });
    }

    /** Lets go of all that was kept, since files may now be read otherwise. */
    void forget() {
        checks.invalidateAll();
        names.invalidateAll();
    }

    /** Publishes the draft. */
    Publication publish(Draft draft, Holder holder, boolean conforming, boolean losing)
            throws UnreadableSubmissionException {
        Terms terms = terms(draft, holder, conforming);
        return deployment
                .publisher()
                .publish(submission(draft), options(draft), losing ? terms.evenWithLosses() : terms);
    }

    /** The graph that a contest of the draft would have; absent where the draft has no such contest. */
    Optional<ContestGraph> graph(Draft draft, BallotId contest) {
        try {
            return deployment.publisher().graphOf(submission(draft), options(draft), contest);
        } catch (UnreadableSubmissionException e) {
            return Optional.empty();
        }
    }

    Submission submission(Draft draft) throws UnreadableSubmissionException {
        return Submission.open(draft.file(), draft.name());
    }

    private ReadOptions options(Draft draft) {
        try {
            return Sending.options(new Drafts.Beside(draft.format(), draft.council(), draft.pollingDate()), deployment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Terms terms(Draft draft, Holder holder, boolean conforming) {
        Terms terms = Terms.usually(holder.source()).only(holder::mayPublish).havingSeen(draft.seen());
        return conforming ? terms.whatConforms() : terms;
    }
}
