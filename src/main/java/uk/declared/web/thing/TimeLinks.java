package uk.declared.web.thing;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.publish.Deployment;
import uk.declared.web.page.LocalPaths;

/**
 * Where earlier versions of a document are found by time (RFC 7089, section 4): of a contest and of its candidacies, whose versions
 * the record keeps. They are given by path, as this server answers for them.
 */
@Component
final class TimeLinks {
    private final boolean hasHistory;

    /** @param deployment is there where the record is */
    TimeLinks(ObjectProvider<Deployment> deployment) {
        this.hasHistory = deployment.stream().findAny().isPresent();
    }

    /** The values of the Link header; none for what has no versions. */
    List<String> of(ThingPath path) {
        if (!hasHistory || (path.kind() != ThingKind.CONTEST && path.kind() != ThingKind.CANDIDACY)) {
            return List.of();
        }
        String below = "/" + path.kind().path() + "/" + LocalPaths.encode(path.id());
        return List.of(
                "</timegate" + below + ">; rel=\"timegate\"",
                "</timemap" + below + ">; rel=\"timemap\"; type=\"application/link-format\"");
    }
}
