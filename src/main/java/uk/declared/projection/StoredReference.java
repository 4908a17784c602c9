package uk.declared.projection;

import java.util.List;
import uk.declared.linkeddata.Uris;
import uk.declared.record.ImportEntry;
import uk.declared.record.RecordLog;
import uk.declared.reference.Geography;
import uk.declared.reference.PartyRegister;
import uk.declared.reference.ReferenceData;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.StoredGeography;
import uk.declared.reference.StoredPartyRegister;
import uk.declared.store.Store;

/** The reference data of a deployment, read from the store when it is first asked for, and again after an import. */
public final class StoredReference {
    private final Uris uris;
    private final RecordLog record;
    private final Store store;
    private List<ImportEntry> geographyReleases = List.of();
    private List<ImportEntry> partyReleases = List.of();
    private ReferenceData data = ReferenceData.NONE;

    public StoredReference(Uris uris, RecordLog record, Store store) {
        this.uris = uris;
        this.record = record;
        this.store = store;
    }

    public synchronized ReferenceData current() {
        List<ImportEntry> areas = releases(ReferenceKind.GEOGRAPHY);
        if (!areas.equals(geographyReleases)) {
            Geography geography = StoredGeography.load(store, uris, graphs(areas));
            data = new ReferenceData(geography, data.parties());
            geographyReleases = areas;
        }
        List<ImportEntry> parties = releases(ReferenceKind.PARTIES);
        if (!parties.equals(partyReleases)) {
            PartyRegister register = StoredPartyRegister.load(store, uris, graphs(parties));
            data = new ReferenceData(data.geography(), register);
            partyReleases = parties;
        }
        return data;
    }

    private List<ImportEntry> releases(ReferenceKind kind) {
        return CurrentReleases.of(kind.notation(), record.imports());
    }

    private List<String> graphs(List<ImportEntry> releases) {
        return releases.stream()
                .map(entry -> uris.data(entry.data() + "/" + entry.release()).getURI())
                .toList();
    }
}
