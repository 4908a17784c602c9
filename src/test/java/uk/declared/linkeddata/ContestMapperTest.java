package uk.declared.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.linkeddata.ContestFixtures.candidate;
import static uk.declared.linkeddata.ContestFixtures.contest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import uk.declared.election.BallotAccount;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;

class ContestMapperTest {
    private static final String BASE = "https://elections.example";
    private final ContestMapper mapper = new ContestMapper(new Uris(BASE));

    @Test
    void aContestIsMappedAsTheVocabularySays() {
        ContestResult result = contest(
                OptionalInt.of(1), candidate("Ann ŵyn", "PP63", 500, true), candidate("Bob O'Neil", "", 250, false));

        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader("""
                        PREFIX le: <https://w3id.org/local-elections#>
                        PREFIX code: <https://w3id.org/local-elections/code/>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        BASE <https://elections.example/id/contest/>

                        <local.example.north.2024-05-02> a le:Contest ;
                            rdfs:label "North, Example Council, 2 May 2024"@en ;
                            skos:notation "local.example.north.2024-05-02" ;
                            le:election <../election/local.example.2024-05-02> ;
                            le:office <https://w3id.org/local-elections/code/office/councillor> ;
                            le:electoralArea <../area/E05000001> ;
                            le:councilArea <../area/E08000099> ;
                            le:statisticalGeography
                                <http://statistics.data.gov.uk/id/statistical-geography/E05000001> ;
                            le:pollingDate "2024-05-02"^^xsd:date ;
                            le:contestType <https://w3id.org/local-elections/code/contest-type/ordinary> ;
                            le:contestStatus <https://w3id.org/local-elections/code/contest-status/contested> ;
                            le:votingSystem <https://w3id.org/local-elections/code/voting-system/first-past-the-post> ;
                            le:status <https://w3id.org/local-elections/code/declaration-status/declared> ;
                            le:seats 1 ; le:seatsFilled 1 ;
                            le:electorate 2000 ; le:ballotPapersCast 800 ;
                            le:turnoutPercentage 40.0 ; le:turnout 40.0 ;
                            le:rejection <local.example.north.2024-05-02/rejection/unmarked-or-void> ,
                                <local.example.north.2024-05-02/rejection/official-mark> ;
                            le:candidacy <../candidacy/local.example.north.2024-05-02/ann-wyn> ,
                                <../candidacy/local.example.north.2024-05-02/bob-oneil> .

                        <local.example.north.2024-05-02/rejection/unmarked-or-void> a le:Rejection ;
                            le:ground <https://w3id.org/local-elections/code/rejection-ground/unmarked-or-void> ;
                            le:ballotPapers 7 .
                        <local.example.north.2024-05-02/rejection/official-mark> a le:Rejection ;
                            le:ground <https://w3id.org/local-elections/code/rejection-ground/official-mark> ;
                            le:ballotPapers 0 .

                        <../candidacy/local.example.north.2024-05-02/ann-wyn> a le:Candidacy ;
                            le:candidacyOf <local.example.north.2024-05-02> ;
                            rdfs:label "Ann ŵyn" ; le:nameOnBallotPaper "Ann ŵyn" ;
                            le:standing <https://w3id.org/local-elections/code/standing/party> ;
                            le:party <../party/PP63> ; le:partyNameAsGiven "Party PP63" ;
                            le:votes 500 ; le:elected true ; le:rank 1 ; le:voteShare 66.67 .
                        <../candidacy/local.example.north.2024-05-02/bob-oneil> a le:Candidacy ;
                            le:candidacyOf <local.example.north.2024-05-02> ;
                            rdfs:label "Bob O'Neil" ; le:nameOnBallotPaper "Bob O'Neil" ;
                            le:standing <https://w3id.org/local-elections/code/standing/independent> ;
                            le:votes 250 ; le:elected false ; le:rank 2 ; le:voteShare 33.33 .
                        """)).lang(Lang.TURTLE).parse(expected);
        assertThat(lines(mapper.map(result).result()))
                .isEqualTo(lines(expected.find().toList()));
    }

    @Test
    void aPersonWhomTheSourceIdentifiesIsNamedAndAnyOtherIsNot() {
        Candidacy ann = candidate("Ann", "PP1", OptionalInt.of(5), true, false);
        Candidacy known = new Candidacy(
                ann.nameOnBallotPaper(),
                ann.givenName(),
                ann.familyName(),
                ann.commonlyUsedGivenName(),
                ann.commonlyUsedFamilyName(),
                ann.standing(),
                ann.description(),
                ann.votes(),
                ann.elected(),
                ann.decidedByLot(),
                Optional.of("dc-9086"));

        assertThat(CanonicalTriples.write(
                        mapper.map(contest(OptionalInt.empty(), known)).result()))
                .contains("#candidate> <https://elections.example/id/person/dc-9086> .");
        assertThat(CanonicalTriples.write(
                        mapper.map(contest(OptionalInt.empty(), ann)).result()))
                .doesNotContain("#candidate>", "/id/person/");
    }

    @Test
    void whatTheSourceDidNotSayIsAbsent() {
        ContestResult result = contest(OptionalInt.empty(), candidate("Ann", "PP1", OptionalInt.empty(), true, false));

        String text = CanonicalTriples.write(mapper.map(result).result());

        assertThat(text)
                .doesNotContain(
                        "#seats>", "#votes>", "#voteShare>", "#rank>", "#validBallotPapers>", "#rejectedInPart>");
    }

    @Test
    void turnoutIsLeftOutWhereTheDeclaredOneDiffersByMoreThanHalfAPoint() {
        BallotAccount far =
                ContestFixtures.account(OptionalInt.of(2000), OptionalInt.of(800), Optional.of(new BigDecimal("40.6")));
        BallotAccount near =
                ContestFixtures.account(OptionalInt.of(2000), OptionalInt.of(800), Optional.of(new BigDecimal("40.5")));

        assertThat(Figures.turnout(far)).isEmpty();
        assertThat(Figures.turnout(near)).contains(new BigDecimal("40.00"));
    }

    @Test
    void twoCandidatesOfOneNameGetKeysInTheSourcesOrder() {
        ContestResult result = contest(
                OptionalInt.of(1),
                candidate("John Smith", "PP1", 3, true),
                candidate("John SMITH", "PP2", 2, false),
                candidate("李", "PP3", 1, false));

        assertThat(mapper.map(result).candidacies().keySet().stream().map(Node::getURI))
                .containsExactly(
                        BASE + "/id/candidacy/local.example.north.2024-05-02/john-smith",
                        BASE + "/id/candidacy/local.example.north.2024-05-02/john-smith-2",
                        BASE + "/id/candidacy/local.example.north.2024-05-02/candidate");
    }

    @Test
    void canonicalTriplesReadBackAreTheSame() {
        List<Triple> triples = mapper.map(
                        contest(OptionalInt.of(1), candidate("Quote \" and \\ and\ttab", "PP1", 1, true)))
                .result();

        String text = CanonicalTriples.write(triples);

        assertThat(CanonicalTriples.write(CanonicalTriples.read(text))).isEqualTo(text);
        assertThat(CanonicalTriples.read(text)).containsExactlyInAnyOrderElementsOf(triples);
    }

    @Test
    void everySyntaxSaysTheSame() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.add(
                graph,
                mapper.map(contest(OptionalInt.of(1), candidate("Siân", "PP63", 500, true)))
                        .result());
        for (RdfSyntax syntax : RdfSyntax.OF_DOCUMENTS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RdfWriter.write(graph, syntax, out);
            Graph back = GraphFactory.createDefaultGraph();
            RDFParser.create()
                    .source(new ByteArrayInputStream(out.toByteArray()))
                    .lang(RDFLanguages.contentTypeToLang(syntax.mediaType()))
                    .parse(back);
            assertThat(back.isIsomorphicWith(graph)).as(syntax.title()).isTrue();
        }
    }

    private static List<String> lines(List<Triple> triples) {
        return CanonicalTriples.write(triples).lines().toList();
    }
}
