package uk.declared.linkeddata;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;

/**
 * Links to Democracy Club's pages, made by rule: contests have its identifiers, and so do persons whom a file of its names.
 * It has covered every council's elections since May 2018; before that there may be no page, so nothing is said.
 */
final class DemocracyClubLinks {
    private static final String SITE = "https://candidates.democracyclub.org.uk/";
    private static final LocalDate COVERED_SINCE = LocalDate.of(2018, 5, 3);
    private static final Set<String> COVERED = Set.of("local", "mayor", "parl", "pcc", "gla");
    private static final String PERSON = "dc-";

    private DemocracyClubLinks() {}

    static List<Triple> of(ContestResult result, Uris uris) {
        Triples triples = new Triples();
        String ballot = result.id().value();
        boolean covered = COVERED.contains(ballot.replaceFirst("\\..*", ""))
                && !result.pollingDate().isBefore(COVERED_SINCE);
        if (covered) {
            triples.about(uris.contest(result.id()))
                    .add(RDFS.Nodes.seeAlso, NodeFactory.createURI(SITE + "elections/" + ballot + "/"));
        }
        result.candidacies().stream()
                .flatMap((Candidacy candidacy) -> candidacy.person().stream())
                .filter(person -> person.matches(PERSON + "\\d{1,12}"))
                .forEach(person -> triples.about(uris.person(person))
                        .external(
                                "http://xmlns.com/foaf/0.1/page",
                                NodeFactory.createURI(SITE + "person/" + person.substring(PERSON.length()))));
        return triples.list();
    }
}
