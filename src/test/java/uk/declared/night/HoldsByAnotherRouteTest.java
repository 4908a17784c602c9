package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.Source;
import uk.declared.ground.Shipped;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * Holds and gains of 2 May 2024 in seven councils against a plain join of two tables: the party of the member whose term ended in 2024,
 * by council and ward in Open Council Data's list of 2023, beside the party of whoever was elected by the handbook.
 */
class HoldsByAnotherRouteTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
    private static final String FOLDER = "declared/examples/night/";
    private static final List<String> COUNCILS =
            List.of("bolton", "bury", "exeter", "ipswich", "preston", "wakefield", "watford");

    @TempDir
    private Path temporary;

    @Test
    void whoHeldASeatAndWhoWonItTellHoldFromGain() throws Exception {
        List<NamedCsvRecord> results = rows("england-2024-05-02.csv.gz").stream()
                .filter(row -> COUNCILS.contains(row.getField("council")))
                .toList();
        List<NamedCsvRecord> members = rows("councillors-2023.csv.gz");
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, List<NamedCsvRecord>> ward : byWard(results).entrySet()) {
            List<NamedCsvRecord> won = ward.getValue().stream()
                    .filter(row -> row.getField("elected").equals("true"))
                    .toList();
            List<String> held = held(members, ward.getValue().get(0));
            String winner = won.size() == 1 ? won.get(0).getField("party_id") : "";
            if (!winner.isEmpty() && held.size() == 1 && !held.get(0).isEmpty()) {
                expected.put(ward.getKey(), winner.equals(held.get(0)) ? "HOLD" : "GAIN");
            }
        }

        Map<String, String> told = new TreeMap<>(told(results));
        told.keySet().retainAll(expected.keySet());

        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(told).isEqualTo(expected);
    }

    /** The parties of members of a ward whose term ends in 2024. */
    private static List<String> held(List<NamedCsvRecord> members, NamedCsvRecord result) {
        String council = Councils.shipped()
                .bySlug(result.getField("council"), DAY)
                .map(Council::name)
                .orElseThrow();
        return members.stream()
                .filter(row -> row.getField("Council").equals(council)
                        && row.getField("Ward Name").equals(result.getField("area_name"))
                        && row.getField("Next Election").startsWith("2024"))
                .map(row -> row.getField("Electoral Commission Party Code"))
                .toList();
    }

    private Map<String, String> told(List<NamedCsvRecord> results) throws Exception {
        try (Deployment deployment = Deployment.open(temporary.resolve("data"), Optional.empty())) {
            Path members = temporary.resolve("councillors-2023.csv");
            try (GZIPInputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(Shipped.bytes(FOLDER + "councillors-2023.csv.gz")))) {
                Files.copy(in, members);
            }
            deployment.imports().publish(ReferenceKind.COMPOSITION, members);
            Path file = temporary.resolve("results.csv");
            try (CsvWriter out = CsvWriter.builder().build(file)) {
                out.writeRecord(new ArrayList<>(results.get(0).getHeader()));
                results.forEach(row -> out.writeRecord(row.getFields()));
            }
            deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
            Map<String, String> told = new HashMap<>();
            for (CouncilNight council : NightBook.of(deployment, FactsBeside.of(deployment))
                    .now(DAY)
                    .orElseThrow()
                    .councils()) {
                council.contests()
                        .forEach(poll -> Optional.ofNullable(council.turns().get(poll.contest()))
                                .ifPresent(turn -> told.put(
                                        council.slug() + "/" + poll.areaName(),
                                        turn.kind().name())));
            }
            return told;
        }
    }

    private static Map<String, List<NamedCsvRecord>> byWard(List<NamedCsvRecord> results) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("council") + "/" + row.getField("area_name"),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static List<NamedCsvRecord> rows(String name) throws Exception {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(new ByteArrayInputStream(Shipped.bytes(FOLDER + name))),
                        StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }
}
