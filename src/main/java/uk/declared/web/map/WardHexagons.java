package uk.declared.web.map;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import uk.declared.ground.Shipped;

/**
 * Where the wards of 2022 stand in the shipped layout ({@code declared/layouts}, by Open Innovations, MIT licence): for maps of
 * places whose boundaries are not loaded. Wards of other years have no place in it.
 */
public final class WardHexagons {
    private static final String FILE = "declared/layouts/uk-wards-2022.csv.gz";
    private static final String NAME = "uk-wards-2022";
    private static final String FORM = "odd-r";
    private static final WardHexagons SHIPPED = new WardHexagons();

    private final Map<String, HexPlace> places = new HashMap<>();

    private WardHexagons() {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(new ByteArrayInputStream(Shipped.bytes(FILE))), StandardCharsets.UTF_8))) {
            rows.forEach(row -> places.put(
                    row.getField("code"),
                    new HexPlace(
                            NAME,
                            FORM,
                            Integer.parseInt(row.getField("column")),
                            Integer.parseInt(row.getField("row")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped layout. */
    public static WardHexagons shipped() {
        return SHIPPED;
    }

    /** The place of a ward; none where the layout does not have its code. */
    public List<HexPlace> of(String code) {
        return Optional.ofNullable(places.get(code)).map(List::of).orElse(List.of());
    }
}
