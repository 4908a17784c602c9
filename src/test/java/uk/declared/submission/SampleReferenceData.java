package uk.declared.submission;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import uk.declared.Samples;
import uk.declared.election.GssCode;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.reference.Names;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.PartyRegister;
import uk.declared.reference.ReferenceData;

/** The real names of areas and parties, read as plainly as can be, for tests of what readers do with them. */
final class SampleReferenceData {
    private static final Path AREAS = Samples.path("geography/ChangeHistory.csv");
    private static final Path PARTIES = Samples.path("parties/registrations.csv");
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private SampleReferenceData() {}

    static ReferenceData load() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(AREAS) && Files.exists(PARTIES),
                "The samples of geography and parties are not here: " + AREAS + " or " + PARTIES + " is absent.");
        return new ReferenceData(new Areas(areas()), new Parties(parties()));
    }

    private static List<AreaRecord> areas() throws IOException {
        List<AreaRecord> areas = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(AREAS)) {
            for (NamedCsvRecord row : rows) {
                Optional<GssCode> code = GssCode.parse(row.getField("GEOGCD"));
                if (code.isPresent()
                        && List.of("E05", "W05", "S13", "E58")
                                .contains(code.get().entity())) {
                    Optional<LocalDate> from = day(row.getField("OPER_DATE"));
                    Optional<LocalDate> until = day(row.getField("TERM_DATE"));
                    areas.add(new AreaRecord(
                            code.get(),
                            row.getField("GEOGNM"),
                            Optional.of(row.getField("GEOGNMW")).filter(name -> !name.isEmpty()),
                            from,
                            until,
                            GssCode.parse(row.getField("PARENTCD"))
                                    .map(parent -> List.of(new AreaRecord.Parent(parent, from, until)))
                                    .orElse(List.of()),
                            List.of()));
                }
            }
        }
        return areas;
    }

    private static List<PartyRecord> parties() throws IOException {
        List<PartyRecord> parties = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(PARTIES)) {
            for (NamedCsvRecord row : rows) {
                String id = row.getField("Electoral Commission ID").strip();
                if (id.startsWith("PP")) {
                    parties.add(new PartyRecord(
                            id,
                            row.getField("MNIS name"),
                            List.of(),
                            day(row.getField("Registered on")),
                            day(row.getField("Deregistered on")),
                            List.of()));
                }
            }
        }
        return parties;
    }

    private static Optional<LocalDate> day(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10), BRITISH));
    }

    private record Areas(List<AreaRecord> all) implements Geography {
        @Override
        public boolean isLoaded() {
            return true;
        }

        @Override
        public boolean covers(String entity) {
            return all.stream().anyMatch(area -> area.code().entity().equals(entity));
        }

        @Override
        public Optional<AreaRecord> area(GssCode code) {
            return all.stream().filter(area -> area.code().equals(code)).findFirst();
        }

        @Override
        public List<AreaRecord> electoralAreas(String name, GssCode within, LocalDate day) {
            return electoralAreas(within, day).stream()
                    .filter(area -> Names.plain(area.name()).equals(Names.plain(name)))
                    .toList();
        }

        @Override
        public List<AreaRecord> electoralAreas(GssCode within, LocalDate day) {
            return all.stream()
                    .filter(area -> area.liveOn(day)
                            && area.parents().stream()
                                    .anyMatch(parent -> parent.code().equals(within)))
                    .toList();
        }
    }

    private record Parties(List<PartyRecord> records) implements PartyRegister {
        @Override
        public boolean isLoaded() {
            return true;
        }

        @Override
        public Optional<PartyRecord> party(String id) {
            return records.stream().filter(party -> party.id().equals(id)).findFirst();
        }

        @Override
        public List<PartyRecord> named(String name, LocalDate day) {
            return records.stream()
                    .filter(party ->
                            party.registeredOn(day) && Names.plain(party.name()).equals(Names.plain(name)))
                    .toList();
        }

        @Override
        public Collection<PartyRecord> all() {
            return records;
        }
    }
}
