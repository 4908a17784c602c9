package uk.declared.web.thing;

import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * Where earlier versions of a document are found by time (RFC 7089, section 4): of a contest, its candidacies and its declarations, whose
 * versions the record keeps, and of what is tied to contests. They are given by path, as this server answers for them.
 */
@Component
final class TimeLinks {
    private final boolean hasHistory;
    private final Store store;
    private final Uris uris;
    private final Query contestsAbout = StoredQuery.page(StoredQuery.read("contests-about"), 1, 1);

    /** @param deployment is there where the record is */
    TimeLinks(ObjectProvider<Deployment> deployment, Store store, Uris uris) {
        this.hasHistory = deployment.stream().findAny().isPresent();
        this.store = store;
        this.uris = uris;
    }

    /** The values of the Link header; none for what has no versions. */
    List<String> of(ThingPath path) {
        boolean hasVersions = switch (path.kind()) {
            case CONTEST, CANDIDACY, DECLARATION -> hasHistory;
            default -> hasHistory && isOfContests(path);
        };
        if (!hasVersions) {
            return List.of();
        }
        String below = "/" + path.kind().path() + "/" + LocalPaths.encode(path.id());
        return List.of(
                "</timegate" + below + ">; rel=\"timegate\"",
                "</timemap" + below + ">; rel=\"timemap\"; type=\"application/link-format\"");
    }

    /** Whether there is a contest that the thing is tied to. */
    private boolean isOfContests(ThingPath path) {
        return path.candidates(uris).stream()
                .anyMatch(thing -> !store.select(contestsAbout, Map.of("thing", thing), Row::all)
                        .isEmpty());
    }
}
