package uk.declared.web.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of the stream of events.
 *
 * @param listeners how many may listen at the same time. Default: 1500, well below the connections that the server takes
 * @param fromOneAddress how many of them may come from one address. Default: 40
 * @param waiting how many events may wait for a listener who does not read them, before it is dropped. Default: 500
 * @param every so often the record is looked at. Default: half a second
 * @param heartbeat after so long without an event a comment is sent, so that whoever stands between keeps the connection.
 *     Default: 15 seconds
 * @param retry what a client is told to wait before it connects anew. Default: 3 seconds
 */
@ConfigurationProperties("declared.events")
record EventLimits(
        @DefaultValue("1500") int listeners,
        @DefaultValue("40") int fromOneAddress,
        @DefaultValue("500") int waiting,
        @DefaultValue("500ms") Duration every,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("3s") Duration retry) {}
