package uk.declared.web.settings;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How the server is to run.
 *
 * @param port to listen on; 0 lets the system choose one
 * @param demo whether what is published are the example results, which the start page then says
 * @param night whether a night is played again, the order and the times of which are made up, which every page then says
 * @param licence under which what is published may be used, where a declaration names none of its own
 * @param asOf the release that is served; absent where what is published now is
 */
public record ServerSettings(int port, boolean demo, boolean night, URI licence, Optional<AsOf> asOf) {
    /**
     * A frozen state.
     *
     * @param release its number
     * @param time when it was frozen
     */
    public record AsOf(int release, Instant time) {}

    /** The Open Government Licence, under which councils publish. */
    public static final URI OPEN_GOVERNMENT_LICENCE =
            URI.create("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");

    /** A server on this port, for results under the Open Government Licence. */
    public static ServerSettings onPort(int port) {
        return new ServerSettings(port, false, false, OPEN_GOVERNMENT_LICENCE, Optional.empty());
    }

    /** The same server with the example results. */
    public ServerSettings withDemo() {
        return new ServerSettings(port, true, night, licence, asOf);
    }

    /** The same server for a night that is played again. */
    public ServerSettings withNight() {
        return new ServerSettings(port, demo, true, licence, asOf);
    }

    /** The same server for a release. */
    public ServerSettings ofRelease(int release, Instant time) {
        return new ServerSettings(port, demo, night, licence, Optional.of(new AsOf(release, time)));
    }
}
