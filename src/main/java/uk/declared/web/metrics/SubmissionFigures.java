package uk.declared.web.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import uk.declared.access.AuditLog;

/** How many submissions came over HTTP since the start, by what became of them. */
final class SubmissionFigures {
    private static final List<String> OUTCOMES = List.of("published", "refused", "checked");

    private SubmissionFigures() {}

    static void bind(MeterRegistry registry, AuditLog audit) {
        for (String outcome : OUTCOMES) {
            FunctionCounter.builder("declared.submissions", audit, log -> log.count(outcome))
                    .description("Submissions since the start, by what became of them")
                    .tag("outcome", outcome)
                    .register(registry);
        }
    }
}
