package uk.declared.web.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.ground.Shipped;

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
    private static final Map<String, Party> PARTIES = read();

    private PartyColours() {}

    /**
     * A party of the list.
     *
     * @param name what people call it, by the language's tag
     * @param shortName a few letters, by the language's tag
     */
    private record Party(String colour, Map<String, String> name, Map<String, String> shortName) {}

    /** What people call a party; absent where the list does not know it. */
    public static Optional<String> everydayName(String party, String language) {
        return Optional.ofNullable(PARTIES.get(party)).map(known -> known.name().get(language));
    }

    /** A few letters for a party; absent where the list does not know it. */
    public static Optional<String> shortName(String party, String language) {
        return Optional.ofNullable(PARTIES.get(party))
                .map(known -> known.shortName().get(language));
    }

    /** The colour of a party by its identifier at the Electoral Commission, such as {@code PP63}. */
    public static String of(String party) {
        return Optional.ofNullable(PARTIES.get(party)).map(Party::colour).orElse(OTHERS);
    }

    static Map<String, String> all() {
        Map<String, String> colours = new HashMap<>();
        PARTIES.forEach((id, party) -> colours.put(id, party.colour()));
        return colours;
    }

    private static Map<String, Party> read() {
        Map<String, Party> parties = new HashMap<>();
        Shipped.rows(PartyColours.class, FILE)
                .forEach(row -> parties.put(
                        row.getField("id"),
                        new Party(
                                row.getField("colour"),
                                Map.of("en", row.getField("everyday"), "cy", row.getField("everyday_cy")),
                                Map.of("en", row.getField("short"), "cy", row.getField("short_cy")))));
        return Map.copyOf(parties);
    }
}
