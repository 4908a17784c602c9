package uk.declared.web.thing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/**
 * For whom a candidate stands, as a page says it.
 *
 * @param label the party's name, or independent, or that the source does not say
 * @param link to the party, where it is known
 */
record Affiliation(String label, Optional<NamedLink> link) {
    /** Of a candidacy that a graph describes. */
    static Affiliation of(Facts candidacy, LocalPaths paths, Wording wording) {
        Optional<Facts> party = candidacy.part("party");
        if (party.isPresent()) {
            return of(party.get().thing(), party.get().label(), paths);
        }
        return candidacy
                .text("partyNameAsGiven")
                .map(name -> new Affiliation(name, Optional.empty()))
                .orElseGet(() -> of(candidacy.one("standing"), wording));
    }

    /** Of a candidacy in a row with the columns party, partyLabel and standing. */
    static Affiliation of(Row row, LocalPaths paths, Wording wording) {
        return row.node("party")
                .map(party -> of(party, row.label("partyLabel", "party"), paths))
                .orElseGet(() -> of(row.node("standing"), wording));
    }

    /** Of those who hold seats together, in a row with the columns affiliation and label. */
    static Affiliation ofStrength(Row row, LocalPaths paths, Wording wording) {
        Node affiliation = row.required("affiliation");
        return affiliation.getURI().startsWith(Vocabulary.CODES)
                ? new Affiliation(standing(Optional.of(affiliation), wording), Optional.empty())
                : of(affiliation, row.label("label", "affiliation"), paths);
    }

    private static Affiliation of(Node party, String label, LocalPaths paths) {
        return new Affiliation(label, Optional.of(paths.link(party, label)));
    }

    private static Affiliation of(Optional<Node> standing, Wording wording) {
        return new Affiliation(standing(standing, wording), Optional.empty());
    }

    /** That somebody is independent, or that the source does not say. */
    static String standing(Optional<Node> standing, Wording wording) {
        String key = standing.map(Uris::lastPart).filter("independent"::equals).isPresent()
                ? "standing.independent"
                : "standing.not-stated";
        return wording.text(key);
    }
}
