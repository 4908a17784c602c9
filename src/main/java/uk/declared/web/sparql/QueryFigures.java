package uk.declared.web.sparql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** How many queries run, how many do not stop when told to, and how many were refused, by reason. */
final class QueryFigures {
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    QueryFigures(MeterRegistry registry, SparqlService service) {
        Gauge.builder("declared.sparql.running", service, SparqlService::running)
                .description("Queries that run now")
                .register(registry);
        Gauge.builder("declared.sparql.runaways", service, SparqlService::runaways)
                .description("Queries that run on although they were told to stop")
                .register(registry);
        for (Refusal refusal : Refusal.values()) {
            refused.put(
                    refusal,
                    Counter.builder("declared.sparql.refused")
                            .description("Queries that were refused or not run to their end, by reason")
                            .tag("reason", refusal.key())
                            .register(registry));
        }
    }

    void refused(Refusal why) {
        Counter counter = refused.get(why);
        if (counter != null) {
            counter.increment();
        }
    }
}
