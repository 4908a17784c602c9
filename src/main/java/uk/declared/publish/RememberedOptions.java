package uk.declared.publish;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.Rights;
import uk.declared.folder.KeptMappings;
import uk.declared.submission.ReadOptions;

/** What was said beside a file, as the record keeps it, so that the file can be read again as it was read. */
public final class RememberedOptions {
    private static final String FORMAT = "format";
    private static final String COUNCIL = "council";
    private static final String DATE = "date";
    private static final String LICENCE = "licence";
    private static final String ATTRIBUTION = "attribution";

    private RememberedOptions() {}

    static Map<String, String> of(ReadOptions options, Optional<Rights> rights) {
        Map<String, String> beside = new LinkedHashMap<>();
        options.format().ifPresent(format -> beside.put(FORMAT, format));
        options.council().ifPresent(council -> beside.put(COUNCIL, council));
        options.pollingDate().ifPresent(date -> beside.put(DATE, date.toString()));
        rights.ifPresent(stated -> {
            beside.put(LICENCE, stated.licence().map(URI::toString).orElse(Rights.NONE));
            stated.attribution().ifPresent(name -> beside.put(ATTRIBUTION, name));
        });
        return beside;
    }

    /** The licence that was stated for the file; absent where nothing was. */
    static Optional<Rights> rights(Map<String, String> beside) {
        return Optional.ofNullable(beside.get(LICENCE))
                .map(licence -> Rights.stated(licence, Optional.ofNullable(beside.get(ATTRIBUTION))));
    }

    /** @param mappings how the council's own tables are read now */
    public static ReadOptions read(Map<String, String> beside, KeptMappings mappings) throws IOException {
        Optional<String> council = Optional.ofNullable(beside.get(COUNCIL));
        return new ReadOptions(
                Optional.ofNullable(beside.get(FORMAT)),
                council,
                Optional.ofNullable(beside.get(DATE)).map(LocalDate::parse),
                council.isEmpty()
                        ? List.of()
                        : mappings.of(council.get()).stream().toList());
    }
}
