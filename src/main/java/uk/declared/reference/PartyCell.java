package uk.declared.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.ElectedBody;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.SharedDescriptions;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * For whom somebody sits or stands, as a row of a table has it.
 *
 * @param standing the notation of the code list {@code standing}
 * @param id the identifier at the Electoral Commission, or of two that stand together, where the source gives one
 * @param name as the source has it
 */
record PartyCell(String standing, Optional<String> id, Optional<String> name) {
    private static final Set<String> NO_PARTY = Set.of(
            "independent",
            "independents",
            "ind",
            "annibynnol",
            "nonaligned",
            "unaligned",
            "ungrouped",
            "nogroup",
            "nodescription",
            "independentmember",
            "independentcouncillor");
    private static final Pattern PARTY = Pattern.compile("(?i)(?:party:)?(PP(?:m\\s*)?\\d{1,7})");
    private static final Pattern JOINT = Pattern.compile("(?i)joint-party[:-](\\d+)-(\\d+)");
    private static final Pattern JOINT_ID = Pattern.compile("joint-party-(\\w+)-(\\w+)");

    /**
     * Reads it.
     *
     * @param id what the column of identifiers has: {@code PP53}; of two, as “PP53, PP119” or Democracy Club's form
     * @param name what the column of names has
     */
    static PartyCell of(Optional<String> id, Optional<String> name) {
        Optional<String> party = id.flatMap(PartyCell::party);
        return new PartyCell(standing(party, name), party, name);
    }

    /** What a table of one council describes besides: the council and the parties, which may be known from here alone. */
    static Map<String, List<Triple>> shared(ElectedBody body, Iterable<PartyCell> cells, Uris uris) {
        Map<String, List<Triple>> shared = new LinkedHashMap<>();
        shared.put("councils", new SharedDescriptions(uris).describeBody(body));
        shared.put("parties", describe(cells, uris));
        return shared;
    }

    /** A party may be known from here alone. */
    private static List<Triple> describe(Iterable<PartyCell> cells, Uris uris) {
        Triples parties = new Triples();
        for (PartyCell cell : cells) {
            cell.id().ifPresent(party -> {
                Triples.Describing described = parties.about(uris.party(party)).a(Vocabulary.term("Party"));
                Matcher joint = JOINT_ID.matcher(party);
                if (joint.matches()) {
                    described
                            .le("jointOf", uris.party("PP" + joint.group(1)))
                            .le("jointOf", uris.party("PP" + joint.group(2)));
                } else {
                    described.add(SKOS.notation.asNode(), Literals.text(party));
                }
                cell.name().ifPresent(name -> described.label(Literals.text(name)));
            });
        }
        return parties.list().stream().distinct().toList();
    }

    /** What cannot be told from what one row of several says of the same: the identifier, else the name, else the standing. */
    String key() {
        return id.or(() -> standing.equals("party") ? name.map(Names::plain) : Optional.empty())
                .orElse(standing);
    }

    private static String standing(Optional<String> party, Optional<String> partyName) {
        if (party.isPresent()) {
            return party.get().startsWith("joint-party") ? "joint" : "party";
        }
        if (partyName.isEmpty()) {
            return "not-stated";
        }
        String plain = partyName.get().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        // “Independent / Other” is either, and does not say which.
        return plain.startsWith("independentor") || plain.equals("independentother") || plain.equals("other")
                ? "not-stated"
                : NO_PARTY.contains(plain) ? "independent" : "party";
    }

    private static Optional<String> party(String text) {
        Matcher joint = JOINT.matcher(text);
        if (joint.find()) {
            return Optional.of("joint-party-" + joint.group(1) + "-" + joint.group(2));
        }
        List<String> ids = PARTY.matcher(text)
                .results()
                .map(found -> "PP" + found.group(1).substring(2).replaceAll("\\s", ""))
                .distinct()
                .toList();
        return switch (ids.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(ids.get(0));
            default ->
                Optional.of("joint-party-" + ids.get(0).substring(2) + "-"
                        + ids.get(1).substring(2));
        };
    }
}
