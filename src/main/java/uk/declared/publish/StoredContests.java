package uk.declared.publish;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.ground.Shipped;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;
import uk.declared.validation.EarlierContests;

/**
 * The contests in the store. The time that an answer takes depends on how often the area voted, not on the store's size. While the
 * store does not answer there are none to compare with, so that a night need not wait for it.
 */
public final class StoredContests implements EarlierContests {
    private static final Query LAST_ELECTORATE =
            QueryFactory.create(Shipped.text(StoredContests.class, "last-electorate.rq"));

    private final Store store;

    public StoredContests(Store store) {
        this.store = store;
    }

    @Override
    public Optional<Electorate> lastElectorate(String area, String office, LocalDate before) {
        try {
            return stored(area, office, before);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** An empty store is not asked again and again. */
    @Override
    public EarlierContests asOfNow() {
        try {
            return store.applied().equals(Position.START) ? NONE : this;
        } catch (StoreUnavailableException e) {
            return this;
        }
    }

    private Optional<Electorate> stored(String area, String office, LocalDate before) {
        return store.select(
                LAST_ELECTORATE,
                Map.of(
                        "area", NodeFactory.createURI(area),
                        "office", NodeFactory.createURI(office),
                        "before", NodeFactory.createLiteralDT(before.toString(), XSDDatatype.XSDdate)),
                rows -> rows.hasNext() ? Optional.of(electorate(rows.next())) : Optional.empty());
    }

    private static Electorate electorate(Binding row) {
        return new Electorate(
                LocalDate.parse(row.get("day").getLiteralLexicalForm()),
                Integer.parseInt(row.get("electorate").getLiteralLexicalForm()));
    }
}
