package uk.declared.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.election.Nation;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * The words in which tables say who controls a council, such as “Lab plurality”, “LAB min”, “LD/GRN”, “LAB Mayor” and “TBD”.
 * Which affiliation a short word means stands in {@code declared/control-words.csv}; a party's word means one party in Great
 * Britain and may mean another in Northern Ireland or Scotland.
 */
final class ControlWords {
    private static final String TABLE = "/declared/control-words.csv";
    private static final Map<String, Meaning> MEANINGS = load();

    private record Meaning(String party, String scotland, String northernIreland, String standing) {}

    /**
     * What a text says.
     *
     * @param state the notation of the code; empty where it depends on the seats
     * @param controllers the short words of those who control, in their order
     */
    record Control(Optional<String> state, List<String> controllers) {}

    private ControlWords() {}

    /** What a text says; whoever is named alone has a majority, or else the seats tell that it is none. */
    static Control read(String text) {
        String rest = text.strip();
        String lower = rest.toLowerCase(Locale.ROOT);
        if (lower.equals("tbd") || lower.equals("tbc") || lower.equals("to be decided")) {
            return new Control(Optional.of("to-be-decided"), List.of());
        }
        if (lower.equals("noc") || lower.equals("no overall control")) {
            return new Control(Optional.of("no-overall-control"), List.of());
        }
        for (Map.Entry<String, String> ending : Map.of(
                        " plurality", "plurality", " min", "minority", " minority", "minority", " mayor", "mayor")
                .entrySet()) {
            if (lower.endsWith(ending.getKey())) {
                String who = rest.substring(0, rest.length() - ending.getKey().length());
                // Whoever has the most seats is not thereby in control.
                return new Control(
                        Optional.of(ending.getValue()), ending.getValue().equals("plurality") ? List.of() : names(who));
            }
        }
        List<String> names = names(rest);
        return new Control(names.size() > 1 ? Optional.of("partnership") : Optional.empty(), names);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("/"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whom a short word means in a nation: a party, or the code of a standing; empty where that is not known. */
    static Optional<Node> affiliation(String word, Nation nation, Uris uris) {
        Meaning meaning = MEANINGS.get(word.toLowerCase(Locale.ROOT).replace(" ", ""));
        if (meaning == null) {
            return Optional.empty();
        }
        if (!meaning.standing.isEmpty()) {
            return Optional.of(Vocabulary.code("standing", meaning.standing));
        }
        String party = switch (nation) {
            case SCOTLAND -> meaning.scotland;
            case NORTHERN_IRELAND -> meaning.northernIreland;
            default -> meaning.party;
        };
        return Optional.of(party).filter(id -> !id.isEmpty()).map(uris::party);
    }

    /** Whether a heading is the short word of a party or standing. */
    static boolean isAffiliation(String heading) {
        return MEANINGS.containsKey(heading);
    }

    private static Map<String, Meaning> load() {
        Map<String, Meaning> meanings = new HashMap<>();
        Shipped.rows(ControlWords.class, TABLE)
                .forEach(row -> meanings.put(
                        row.getField("word"),
                        new Meaning(
                                row.getField("party"),
                                row.getField("scotland"),
                                row.getField("northern_ireland"),
                                row.getField("standing"))));
        return Map.copyOf(meanings);
    }
}
