package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final Deadline deadline = new Deadline();

    @Test
    void aQueryThatFailsToBeStoppedIsToldAllTheSame() {
        deadline.onStop(() -> {
            throw new ConcurrentModificationException("the files are still being written to");
        });

        deadline.stop();

        assertThat(deadline.isOver()).isTrue();
        assertThatThrownBy(deadline::check).isInstanceOf(QueryCancelledException.class);
    }

    @Test
    void whoBeginsAfterTheDeadlineIsStoppedAtOnce() {
        AtomicBoolean stopped = new AtomicBoolean();
        deadline.stop();

        deadline.onStop(() -> stopped.set(true));

        assertThat(stopped).isTrue();
    }
}
