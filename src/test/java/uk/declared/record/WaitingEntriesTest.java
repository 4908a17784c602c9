package uk.declared.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;

class WaitingEntriesTest {
    @Test
    void whatIsHeldAndWhatIsSpilledComeBackInTheirOrder() throws Exception {
        List<DeclarationEntry> all =
                IntStream.range(0, 10).mapToObj(WaitingEntriesTest::entry).toList();
        List<DeclarationEntry> back = new ArrayList<>();

        try (WaitingEntries waiting = new WaitingEntries(60)) {
            all.forEach(waiting::add);
            waiting.forEach(back::add);
        }

        assertThat(back).isEqualTo(all);
    }

    private static DeclarationEntry entry(int number) {
        return new DeclarationEntry(
                new BallotId("local.trafford.north.2024-05-02"),
                "area north",
                number,
                DeclarationStatus.DECLARED,
                Source.COUNCIL,
                "0".repeat(64),
                Instant.parse("2024-05-03T02:00:00Z"),
                "0.1.0",
                "<urn:a> <urn:b> \"Ŵ\\n" + number + "\" .\n",
                Map.of("areas", "<urn:a> <urn:c> \"tab\\there\" .\n"),
                "<urn:d> <urn:e> \"" + number + "\" .\n");
    }
}
