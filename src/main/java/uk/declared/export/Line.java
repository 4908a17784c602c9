package uk.declared.export;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import uk.declared.format.Column;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * What the row of a candidacy is made from.
 *
 * @param contest that it is a candidacy of
 * @param candidacy its URI
 * @param part what was counted in the counting area that the row is about; absent where it is about the whole
 */
record Line(ContestFacts contest, Node candidacy, Optional<Node> part) {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    static final String ISSUED = DCTerms.issued.getURI();
    static final String SUBJECT = DCTerms.subject.getURI();
    static final String PAGE = FOAF + "page";

    /** What the vocabulary's property says of the candidacy. */
    Optional<String> ofCandidacy(String property) {
        return contest.text(candidacy, property);
    }

    /** What the vocabulary's property says of the contest. */
    Optional<String> ofContest(String property) {
        return contest.text(contest.contest(), property);
    }

    /** What the account of ballot papers says. */
    Optional<String> ofAccount(Column column) {
        Node of = part.orElse(contest.contest());
        return column.ground()
                .map(ground -> contest.rejected(of, ground))
                .orElseGet(() -> contest.text(of, column.property()));
    }

    /** The area that the part was counted in. */
    Optional<Node> countingArea() {
        return part.flatMap(of -> contest.one(of, Vocabulary.term("countingArea")));
    }

    /** What the candidacy had there. */
    Optional<Node> tally() {
        return part.flatMap(of -> contest.tally(of, candidacy));
    }

    /** What another vocabulary's property says of the contest's latest declaration. */
    Optional<String> declared(String property) {
        return contest.declaration().flatMap(declaration -> contest.external(declaration, property));
    }

    Optional<String> returningOfficer() {
        return partOfDeclaration("returningOfficer", FOAF + "name");
    }

    Optional<String> contactName() {
        return partOfDeclaration("contactPoint", VCARD + "fn");
    }

    Optional<String> contactEmail() {
        return partOfDeclaration("contactPoint", VCARD + "hasEmail").map(uri -> uri.replaceFirst("^mailto:", ""));
    }

    Optional<String> contactTelephone() {
        return partOfDeclaration("contactPoint", VCARD + "hasTelephone").map(uri -> uri.replaceFirst("^tel:", ""));
    }

    private Optional<String> partOfDeclaration(String part, String property) {
        return contest.declaration()
                .flatMap(declaration -> contest.one(declaration, Vocabulary.term(part)))
                .flatMap(of -> contest.external(of, property));
    }

    /** The council that the latest declaration is of. */
    Optional<Node> publisher() {
        return contest.declaration()
                .flatMap(declaration -> contest.one(declaration, NodeFactory.createURI(DCTerms.publisher.getURI())));
    }

    boolean isOffice(String notation) {
        return contest.is("office", notation);
    }

    /** Whether the contest elects to a council of principal area, which its short name names. */
    boolean isOfCouncil() {
        return isOffice("councillor")
                || (isOffice("mayor")
                        && contest.body()
                                .filter(body -> body.getURI().contains(Uris.THINGS + "council/"))
                                .isPresent());
    }

    boolean stands(String notation) {
        return ofCandidacy("standing").equals(Optional.of(notation));
    }

    Optional<String> areaName() {
        return contest.area().flatMap(contest::label);
    }

    Optional<String> bodyName() {
        return contest.body().flatMap(contest::label);
    }

    /** The name that the source gives to the candidate's party; several together are named by what they are called here. */
    Optional<String> partyName() {
        return stands("joint")
                ? contest.one(candidacy, Vocabulary.term("party")).flatMap(contest::label)
                : ofCandidacy("partyNameAsGiven");
    }

    /** Democracy Club's number of the person; the identifiers of other sources would name other people there. */
    Optional<String> person() {
        return ofCandidacy("candidate")
                .filter(person -> person.startsWith("dc-"))
                .map(person -> person.substring("dc-".length()));
    }
}
