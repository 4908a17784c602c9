package uk.declared.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.ground.Shipped;

/** What others publish about parties: the Electoral Commission by rule, Wikidata by a shipped table of checked facts. */
final class PartyLinks {
    /** Where the Electoral Commission's page about a party is, by its identifier. */
    static final String REGISTRATION = "https://search.electoralcommission.org.uk/English/Registrations/";

    private static final String FILE = "/declared/party-links.csv";
    private static final Map<String, String> WIKIDATA = read();

    private PartyLinks() {}

    /** A party's item in Wikidata, where the table has it. */
    static Optional<String> wikidata(String party) {
        return Optional.ofNullable(WIKIDATA.get(party));
    }

    private static Map<String, String> read() {
        Map<String, String> items = new HashMap<>();
        Shipped.rows(PartyLinks.class, FILE).forEach(row -> items.put(row.getField("id"), row.getField("wikidata")));
        return Map.copyOf(items);
    }
}
