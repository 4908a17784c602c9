package uk.declared.linkeddata;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.declared.ground.Shipped;

/**
 * The licences that are known: the shipped table {@code declared/licences.csv}. It says of each whether something under it
 * may stand in the open dumps, which ask of their readers no more than to name the source.
 */
public final class Licences {
    private static final String TABLE = "/declared/licences.csv";
    private static final Map<String, Licence> KNOWN = load();

    private Licences() {}

    private record Licence(URI address, String english, String welsh, boolean inDumps) {}

    /** Whether something under this licence may stand in the open dumps. Of an unknown licence nothing is assumed. */
    public static boolean isOpen(URI licence) {
        return find(licence).filter(Licence::inDumps).isPresent();
    }

    /** The address by which a licence is best known, where it has several; else the one given. */
    public static URI usual(URI licence) {
        return find(licence).map(Licence::address).orElse(licence);
    }

    /** What a licence is called; its address where it has no name here. */
    public static String name(URI licence, Locale language) {
        return find(licence)
                .map(known -> language.getLanguage().equals("cy") ? known.welsh() : known.english())
                .orElseGet(licence::toString);
    }

    private static Optional<Licence> find(URI licence) {
        return Optional.ofNullable(KNOWN.get(key(licence.toString())));
    }

    /** The same for http and https, with and without a slash at the end. */
    private static String key(String address) {
        return address.replaceFirst("(?i)^https?://(www\\.)?", "")
                .replaceFirst("/+$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Licence> load() {
        Map<String, Licence> known = new HashMap<>();
        Shipped.rows(Licences.class, TABLE).forEach(row -> {
            Licence licence = new Licence(
                    URI.create(row.getField("address")),
                    row.getField("name_en"),
                    row.getField("name_cy"),
                    row.getField("in_dumps").equals("yes"));
            known.put(key(row.getField("address")), licence);
            Arrays.stream(row.getField("other_addresses").split(" "))
                    .filter(other -> !other.isEmpty())
                    .forEach(other -> known.put(key(other), licence));
        });
        return Map.copyOf(known);
    }
}
