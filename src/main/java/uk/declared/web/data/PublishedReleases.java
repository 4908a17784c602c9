package uk.declared.web.data;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.release.Release;
import uk.declared.release.ReleaseException;
import uk.declared.release.Releases;

/** The releases that can be had here; none where no deployment is served. */
@Component
final class PublishedReleases {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedReleases.class);

    private final Optional<Releases> releases;

    PublishedReleases(ObjectProvider<Deployment> deployment) {
        this.releases = deployment.stream().findAny().map(one -> new Releases(one.folder("")));
    }

    /** All releases, the first first. One that cannot be read is for the log, and for `verify`. */
    List<Release> all() {
        try {
            return releases.isPresent() ? releases.get().all() : List.of();
        } catch (ReleaseException e) {
            LOG.warn("Releases are not shown: {}", e.getMessage());
            return List.of();
        }
    }

    Optional<Release> find(int number) {
        return all().stream().filter(release -> release.number() == number).findFirst();
    }

    /** The files of a release that was found here. */
    Releases files() {
        return releases.orElseThrow();
    }
}
