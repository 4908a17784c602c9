package uk.declared.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.DataFolderException;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.publish.Publication;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** A record that an earlier version of the program wrote, which did not count the seats filled. */
class RemapTest {
    private static final String RESULT =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                    + "trafford,,E05015239,North,Ann,PP63,500,true\n"
                    + "trafford,,E05015239,North,Bob,PP90,300,false\n"
                    + "trafford,,E05015240,South,Cat,PP63,700,true\n";
    private static final String LATER = "council,polling_date,area_code,area_name,postal_ballot_papers_issued\n"
            + "trafford,,E05015240,South,1910\n";
    private static final BallotId NORTH = new BallotId("local.trafford.north.2024-05-02");
    private static final BallotId SOUTH = new BallotId("local.trafford.south.2024-05-02");
    private static final ReadOptions BESIDE =
            new ReadOptions(Optional.empty(), Optional.of("trafford"), Optional.of(LocalDate.parse("2024-05-02")));

    @TempDir
    private Path folder;

    @Test
    void whatIsMappedOtherwiseNowGetsAFurtherVersionFromTheSameSource() throws Exception {
        publish(RESULT, LATER);
        makeOlder("seatsFilled");
        try (Deployment deployment = open()) {
            assertThat(seatsFilled(deployment, NORTH)).isFalse();

            Remapping done = deployment.upkeep().remap();

            assertThat(done.looked()).isEqualTo(2);
            assertThat(done.changed())
                    .extracting(Publication.Version::contest, Publication.Version::version)
                    .containsExactlyInAnyOrder(tuple(NORTH, 2), tuple(SOUTH, 3));
            assertThat(done.refused()).isEmpty();
            assertThat(done.missing()).isEmpty();
            assertThat(seatsFilled(deployment, NORTH)).isTrue();
            assertThat(seatsFilled(deployment, SOUTH)).isTrue();
            assertThat(deployment
                            .store()
                            .graph(deployment.uris().contestGraph(SOUTH).getURI())
                            .contains(Node.ANY, Vocabulary.term("postalBallotPapersIssued"), Node.ANY))
                    .isTrue();
            // The council's word is still the council's: nobody of lower precedence replaces it.
            assertThat(deployment
                            .publisher()
                            .publish(submission(RESULT.replace("500", "501")), BESIDE, Source.THIRD_PARTY)
                            .outranked())
                    .extracting(Publication.Outranked::contest)
                    .contains(NORTH);

            assertThat(deployment.upkeep().remap().changed()).isEmpty();
        }
        assertThat(ClosedFolder.verify(data()).holds()).isTrue();
    }

    @Test
    void withTheSameMappingNothingChanges() throws Exception {
        publish(RESULT, LATER);
        try (Deployment deployment = open()) {
            String before = deployment.store().version();

            Remapping done = deployment.upkeep().remap();

            assertThat(done.looked()).isEqualTo(2);
            assertThat(done.changed()).isEmpty();
            assertThat(deployment.store().version()).isEqualTo(before);
        }
    }

    @Test
    void aSubmissionThatIsNoLongerKeptIsNamedAndItsContestsStay() throws Exception {
        publish(RESULT);
        makeOlder("seatsFilled");
        try (Stream<Path> kept = Files.list(data().resolve("submissions"))) {
            Files.delete(kept.findFirst().orElseThrow());
        }
        try (Deployment deployment = open()) {
            Remapping done = deployment.upkeep().remap();

            assertThat(done.changed()).isEmpty();
            assertThat(done.missing()).hasSize(1);
        }
    }

    private boolean seatsFilled(Deployment deployment, BallotId contest) {
        return deployment
                .store()
                .graph(deployment.uris().contestGraph(contest).getURI())
                .contains(Node.ANY, Vocabulary.term("seatsFilled"), Node.ANY);
    }

    private void publish(String... files) throws Exception {
        try (Deployment deployment = open()) {
            for (String file : files) {
                Publication publication = deployment.publisher().publish(submission(file), BESIDE, Source.COUNCIL);
                assertThat(publication.refused()).isFalse();
            }
        }
    }

    private Submission submission(String text) throws Exception {
        return Submission.open(Files.writeString(folder.resolve("sent.csv"), text));
    }

    /** Writes the record anew as if a property had not been there, and throws the store away. */
    private void makeOlder(String withoutProperty) throws Exception {
        Path older = folder.resolve("older");
        try (RecordLog from = RecordLog.open(data().resolve("record"));
                RecordLog to = RecordLog.open(older);
                RecordReader entries = from.readAfter(0)) {
            List<DeclarationEntry> batch = new ArrayList<>();
            while (entries.hasNext()) {
                Entry.Content content = entries.next().content();
                if (content instanceof Entry.Declared declared) {
                    batch.add(without(declared.declaration(), withoutProperty));
                } else if (content instanceof Entry.Commit commit) {
                    try (RecordBatch writing = to.begin()) {
                        for (DeclarationEntry entry : batch) {
                            writing.add(entry);
                        }
                        writing.commit(commit.submission(), commit.beside());
                    }
                    batch.clear();
                }
            }
        }
        delete(data().resolve("record"));
        delete(data().resolve("store"));
        Files.move(older, data().resolve("record"));
    }

    private static DeclarationEntry without(DeclarationEntry entry, String property) {
        return new DeclarationEntry(
                entry.contest(),
                entry.identity(),
                entry.version(),
                entry.status(),
                entry.source(),
                entry.submission(),
                entry.time(),
                "0.0.9",
                entry.result()
                        .lines()
                        .filter(line -> !line.contains("#" + property + ">"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()),
                entry.shared(),
                entry.declaration());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Deployment open() throws DataFolderException {
        return Deployment.open(data(), Optional.empty());
    }

    private Path data() {
        return folder.resolve("data");
    }
}
