package uk.declared.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.composition.CouncilSeats;
import uk.declared.composition.FactsCache;
import uk.declared.election.BallotId;
import uk.declared.election.Councils;
import uk.declared.election.DeclarationStatus;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.ImportEntry;
import uk.declared.record.RecordLog;
import uk.declared.reference.ReferenceImporter;
import uk.declared.reference.ReferenceKind;
import uk.declared.store.StoreChange;

/** Notes which councils the entries of the record speak of, and has it derived anew who sits on them. */
final class SeatProjection {
    private static final String OF_COUNCILLORS = "local.";
    private static final Node ELECTED_BODY = Vocabulary.term("electedBody");

    private final Uris uris;
    private final RecordLog record;
    private final FactsCache cache;
    private final Set<String> councils = new TreeSet<>();
    private boolean all;

    SeatProjection(Uris uris, RecordLog record) {
        this(uris, record, new FactsCache());
    }

    /** @param cache of the store as it is before the entries; is told of what they change */
    SeatProjection(Uris uris, RecordLog record, FactsCache cache) {
        this.uris = uris;
        this.record = record;
        this.cache = cache;
    }

    /** Notes the councils that an entry may say something new of. */
    void note(Entry entry) {
        if (entry.content() instanceof Entry.Declared declared) {
            note(declared.declaration());
        } else if (entry.content() instanceof Entry.Imported imported) {
            cache.forget();
            note(imported.release());
        }
    }

    private void note(DeclarationEntry declaration) {
        Node contest = uris.contest(declaration.contest());
        boolean ofCouncillors = council(declaration.contest()).isPresent();
        Set<String> electing = electing(declaration);
        if (ofCouncillors) {
            councils.addAll(electing);
            cache.declared(electing, contest);
        } else {
            electing.forEach(cache::forget);
        }
        if (declaration.status() == DeclarationStatus.WITHDRAWN) {
            cache.takenBack();
        }
        cache.areas(shared(declaration, "areas"));
        cache.parties(() -> shared(declaration, "parties"));
    }

    /** The council that the contest's identifier names, and the one that it is said to elect to, where that is another. */
    private Set<String> electing(DeclarationEntry declaration) {
        Set<String> electing = new TreeSet<>();
        council(declaration.contest()).ifPresent(electing::add);
        shared(declaration, "elections").stream()
                .filter(triple -> triple.predicateMatches(ELECTED_BODY))
                .flatMap(triple -> uris.idOf("council", triple.getObject()).stream())
                .forEach(electing::add);
        return electing;
    }

    private static List<Triple> shared(DeclarationEntry declaration, String data) {
        return CanonicalTriples.read(declaration.shared().getOrDefault(data, ""));
    }

    /** Wards and parties are found by their names: with new areas or parties more may be found. */
    private void note(ImportEntry release) {
        Optional<ReferenceKind> kind = ReferenceKind.of(release.data());
        all |= kind.equals(Optional.of(ReferenceKind.GEOGRAPHY)) || kind.equals(Optional.of(ReferenceKind.PARTIES));
        if (kind.equals(Optional.of(ReferenceKind.COMPOSITION))) {
            known(release).ifPresent(councils::add);
        }
    }

    /** The council of a table of its councillors; a table of who controls many tells of nobody who sits. */
    private static Optional<String> known(ImportEntry release) {
        return Optional.of(ReferenceImporter.councilOf(release.release())).filter(Councils.shipped()::knows);
    }

    /** The changes that are to follow those of the entries. */
    List<StoreChange.Derive> changes() {
        if (all) {
            record.ids().forEach(id -> council(id).ifPresent(councils::add));
            record.imports().stream()
                    .filter(each -> each.entry().data().equals(ReferenceKind.COMPOSITION.notation()))
                    .forEach(each -> known(each.entry()).ifPresent(councils::add));
        }
        return councils.stream()
                .map(slug -> new CouncilSeats(uris, slug, cache))
                .map(seats -> new StoreChange.Derive(seats.graph(), seats::derive))
                .toList();
    }

    /** The council of a contest for councillors. */
    private static Optional<String> council(BallotId contest) {
        String id = contest.value();
        if (!id.startsWith(OF_COUNCILLORS)) {
            return Optional.empty();
        }
        String rest = id.substring(OF_COUNCILLORS.length());
        return Optional.of(rest.substring(0, rest.indexOf('.')));
    }
}
