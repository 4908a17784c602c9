package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.ElectedBody;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Maps what a table says of a council's seats on a day. Who somebody is, it does not say: there are names, and no persons. */
final class SeatEntryMapper {
    private final Uris uris;
    private final Node council;
    private final LocalDate day;

    SeatEntryMapper(Uris uris, ElectedBody body, LocalDate day) {
        this.uris = uris;
        this.council = uris.body(body);
        this.day = day;
    }

    List<Triple> map(SeatEntry entry) {
        Triples triples = new Triples();
        Triples.Describing described = triples.about(Uris.partOf(council, "composition/" + day + "/" + entry.number()))
                .a(Vocabulary.term("CompositionEntry"))
                .le("seatOn", council)
                .le("heldOn", day)
                .leText("wardName", Optional.of(entry.ward()).filter(name -> !name.isEmpty()))
                .leText("memberName", entry.member())
                .leText("partyNameAsGiven", entry.partyName());
        entry.code().ifPresent(code -> described.le("electoralArea", uris.area(code)));
        if (!entry.standing().isEmpty()) {
            described.le("standing", Vocabulary.code("standing", entry.standing()));
        }
        entry.party().ifPresent(party -> described.le("party", uris.party(party)));
        entry.nextElection()
                .map(next -> next.day()
                        .map(Literals::date)
                        .orElseGet(() -> NodeFactory.createLiteralDT(next.year().toString(), XSDDatatype.XSDgYear)))
                .ifPresent(next -> described.le("nextElection", next));
        return triples.list();
    }
}
