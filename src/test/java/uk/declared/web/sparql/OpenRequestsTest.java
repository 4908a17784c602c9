package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenRequestsTest {
    private final OpenRequests open = new OpenRequests(Limits.but("open-requests", "3", "client-requests", "2"));

    private String open(String client, String... others) throws Exception {
        return open.run(
                client,
                () -> others.length == 0
                        ? "answer"
                        : open(others[0], java.util.Arrays.copyOfRange(others, 1, others.length)));
    }

    @Test
    void oneClientHasAFewRequestsOpenAndNoMore() throws Exception {
        assertThat(open("a", "a")).isEqualTo("answer");
        assertThat(open("a", "a", "b")).isEqualTo("answer");
        assertThatThrownBy(() -> open("a", "a", "a")).extracting("refusal").isEqualTo(Refusal.BUSY);
    }

    @Test
    void allClientsTogetherHaveAFewMore() {
        assertThatThrownBy(() -> open("a", "b", "c", "d")).extracting("refusal").isEqualTo(Refusal.BUSY);
    }

    @Test
    void whatWasRefusedOrFailedIsNotOpenAnyMore() throws Exception {
        assertThatThrownBy(() -> open("a", "a", "a")).isInstanceOf(QueryRefusedException.class);
        assertThatThrownBy(() -> open.run("a", () -> {
                    throw new IllegalStateException("it failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(open("a", "a", "b")).isEqualTo("answer");
    }
}
