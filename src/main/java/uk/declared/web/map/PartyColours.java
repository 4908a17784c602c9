package uk.declared.web.map;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The colours in which maps show parties: a list of our own, dark enough to stand out from white (WCAG 2.2, success
 * criterion 1.4.11). A colour never stands alone for a party: its name is always there in words.
 */
public final class PartyColours {
    /** Of everybody who has no colour of their own: smaller parties, independents. */
    public static final String OTHERS = "#505a5f";

    /** Of an area whose seats went to several parties alike. */
    public static final String SEVERAL = "#8a8f94";

    /** Of an area for which there is nothing to show. */
    public static final String NONE = "#f3f2f1";

    private static final String FILE = "/declared/party-colours.csv";
    private static final Map<String, String> COLOURS = read();

    private PartyColours() {}

    /** The colour of a party by its identifier at the Electoral Commission, such as {@code PP63}. */
    public static String of(String party) {
        return COLOURS.getOrDefault(party, OTHERS);
    }

    static Map<String, String> all() {
        return COLOURS;
    }

    private static Map<String, String> read() {
        Map<String, String> colours = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(PartyColours.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> colours.put(row.getField("id"), row.getField("colour")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(colours);
    }
}
