package uk.declared.validation;

import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Compares a contest's identifier, which says much by itself, with what else is said of the contest. */
final class IdentityChecks {
    private static final int DATE_LENGTH = "2024-05-02".length();

    private IdentityChecks() {}

    static void add(ContestFigures contest, CheckTriples check) {
        Optional<String> id = contest.notation();
        Optional<String> day = contest.text(contest.contest(), "pollingDate");
        if (id.isEmpty()) {
            return;
        }
        String uri = contest.contest().isURI() ? contest.contest().getURI() : "";
        if (!uri.endsWith(Uris.THINGS + "contest/" + id.get())) {
            check.add(contest.contest(), "identifierOtherThanUri", id.get());
        }
        if (day.isPresent() && id.get().length() > DATE_LENGTH && !id.get().endsWith("." + day.get())) {
            check.add(contest.contest(), "identifierOfAnotherDay", id.get());
        }
        Node byElection = Vocabulary.code("contest-type", "by-election");
        boolean typed = contest.object(contest.contest(), "contestType").isPresent();
        if (typed && id.get().contains(".by.") != contest.is("contestType", byElection)) {
            check.add(contest.contest(), "identifierOfAnotherType", id.get());
        }
    }
}
