package uk.declared.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.Rights;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.Uris;
import uk.declared.record.ImportEntry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordedImport;
import uk.declared.reference.BoundaryRelease;
import uk.declared.reference.ReferenceImporter;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.ReferenceRelease;
import uk.declared.reference.UnreadableReferenceException;
import uk.declared.store.StoreChange;

/** Says what one import of the record changes in the store, by reading the kept file again. */
public final class ReleaseProjection {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Uris uris;
    private final RecordLog record;
    private final KeptSubmissions kept;
    private final GraphSources sources;
    private String lastFile = "";
    private List<ReferenceRelease> lastReleases = List.of();

    public ReleaseProjection(Uris uris, RecordLog record, KeptSubmissions kept) {
        this.uris = uris;
        this.record = record;
        this.kept = kept;
        this.sources = new GraphSources(uris);
    }

    /** Another one like this, for another thread. */
    ReleaseProjection again() {
        return new ReleaseProjection(uris, record, kept);
    }

    /**
     * Makes sure that an import can be applied, before a transaction is opened for it.
     *
     * @throws IllegalStateException where the kept file is gone or is not what was accepted
     */
    void check(ImportEntry entry) {
        if (!kept.holds(entry.file())) {
            throw new IllegalStateException("The file " + entry.fileName() + " (" + entry.file()
                    + "), from which reference data was imported, is not among the kept submissions or was changed."
                    + " Bring it back from a copy");
        }
        read(entry);
    }

    /** The changes that an import makes. */
    List<StoreChange> of(RecordedImport recorded) {
        ImportEntry entry = recorded.entry();
        if (entry.data().equals(ReferenceKind.BOUNDARIES.notation())) {
            boolean last = record.imports().stream()
                    .noneMatch(other -> other.sequence() > recorded.sequence()
                            && other.entry().data().equals(entry.data()));
            return new BoundaryProjection(
                            uris,
                            of -> (BoundaryRelease) read(of),
                            graphs(ReferenceKind.GEOGRAPHY, recorded.sequence()))
                    .of(CurrentReleases.of(entry.data(), record.imports(), recorded.sequence() + 1), last);
        }
        ReferenceRelease release = read(entry);
        List<String> above = new ArrayList<>();
        List<String> beneath = new ArrayList<>();
        for (ImportEntry other : CurrentReleases.of(entry.data(), record.imports(), recorded.sequence())) {
            boolean stays = !other.release().equals(entry.release())
                    && !entry.supersedes().contains(other.release());
            if (stays && release.namesThings()) {
                (release.yieldsTo(other.release()) ? above : beneath).add(graph(other.data(), other.release()));
            }
        }
        if (release.kind() == ReferenceKind.GEOGRAPHY) {
            beneath.addAll(graphs(ReferenceKind.BOUNDARIES, recorded.sequence()));
        }
        if (release.namesThings()) {
            beneath.add(uris.data(release.kind().described()).getURI());
            beneath.add(uris.restricted(release.kind().described()).getURI());
        }
        Iterable<Triple> triples = () -> Stream.concat(provenance(entry, release), release.triples(uris, dayOf(entry)))
                .iterator();
        List<StoreChange> changes = new ArrayList<>();
        changes.add(new StoreChange.Release(
                graph(entry.data(), entry.release()),
                triples,
                entry.supersedes().stream()
                        .map(name -> graph(entry.data(), name))
                        .toList(),
                above,
                beneath));
        changes.addAll(new SmallAreaProjection(uris, this::read)
                .of(entry, release, kind -> CurrentReleases.of(kind, record.imports(), recorded.sequence())));
        Rights rights = ReleaseProvenance.rights(entry, release.source());
        release.shared(uris).forEach((data, described) -> {
            Node graph = sources.shared(data, rights);
            changes.add(new StoreChange.Describe(graph.getURI(), described));
            changes.add(sources.describe(graph, rights));
        });
        return changes;
    }

    private static LocalDate dayOf(ImportEntry entry) {
        return LocalDate.ofInstant(entry.time(), LONDON);
    }

    /** The graphs of a kind that stood before an entry of the record. */
    private List<String> graphs(ReferenceKind kind, long before) {
        return CurrentReleases.of(kind.notation(), record.imports(), before).stream()
                .map(entry -> graph(entry.data(), entry.release()))
                .toList();
    }

    /** The name of a release's graph. */
    String graph(String data, String release) {
        return uris.data(data + "/" + release).getURI();
    }

    private Stream<Triple> provenance(ImportEntry entry, ReferenceRelease release) {
        return ReleaseProvenance.of(
                NodeFactory.createURI(graph(entry.data(), entry.release())), entry, release.source(), uris)
                .stream();
    }

    /** A table may tell of many councils, whose releases follow one another: it is not read for each of them anew. */
    private List<ReferenceRelease> file(ReferenceKind kind, ImportEntry entry) throws UnreadableReferenceException {
        if (!kind.holdsSeveral()) {
            return ReferenceImporter.read(kind, kept.path(entry.file()), entry.fileName());
        }
        String file = entry.file() + " " + entry.fileName();
        if (!file.equals(lastFile)) {
            lastReleases = ReferenceImporter.read(kind, kept.path(entry.file()), entry.fileName());
            lastFile = file;
        }
        return lastReleases;
    }

    private ReferenceRelease read(ImportEntry entry) {
        ReferenceKind kind = ReferenceKind.of(entry.data())
                .orElseThrow(() -> new IllegalStateException("The record holds an import of the unknown kind “"
                        + entry.data() + "”. Use the version of the program that wrote it"));
        try {
            return file(kind, entry).stream()
                    .filter(release -> release.table().equals(entry.table())
                            && (!kind.holdsSeveral() || release.name().equals(entry.release())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            entry.fileName() + " was accepted once and is no longer known to hold " + entry.release()));
        } catch (UnreadableReferenceException e) {
            throw new IllegalStateException(
                    entry.fileName() + " was accepted once and can no longer be read: " + e.getMessage(), e);
        }
    }
}
