package uk.declared.web.receive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds within which the body of a request has to arrive.
 *
 * @param bytes how long a body may be that is no submission. Default: 1,100,000
 * @param time within which it has to be here. Default: 10 seconds
 * @param submissionTime within which a submission has to be here. Default: 120 seconds
 * @param places how many unfinished bodies are waited for at a time. Default: 16
 * @param submissionPlaces how many unfinished submissions are. Default: 8
 * @param fromOneAddress how many of both may come from one address. Default: 8
 */
@ConfigurationProperties("declared.receive")
record ReceiveLimits(
        @DefaultValue("1100000") int bytes,
        @DefaultValue("10s") Duration time,
        @DefaultValue("120s") Duration submissionTime,
        @DefaultValue("16") int places,
        @DefaultValue("8") int submissionPlaces,
        @DefaultValue("8") int fromOneAddress) {}
