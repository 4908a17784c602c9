package uk.declared.submission.moderngov;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.declared.submission.moderngov.ModernGovDocument.XmlItem;
import uk.declared.submission.moderngov.ModernGovDocument.XmlText;

/**
 * One area of an election in modern.gov, with those who stand in it.
 *
 * @param figures the item that holds its figures; that of its first candidate where there is none of the area
 * @param title its name
 */
record ModernGovArea(XmlItem figures, XmlText title, List<XmlItem> candidates) {
    /** All areas in the document's order; candidates stand beside them and name them by number, or inside them. */
    static List<ModernGovArea> of(ModernGovDocument document) {
        Map<String, ModernGovArea> areas = new LinkedHashMap<>();
        for (XmlItem item : document.election().all("electionarea")) {
            String key = item.text("electionareaid").text();
            ModernGovArea area = new ModernGovArea(item, item.text("title"), new ArrayList<>());
            area.candidates().addAll(item.all("candidate"));
            areas.putIfAbsent(key.isEmpty() ? item.path() : key, area);
        }
        for (XmlItem candidate : document.election().parts()) {
            if (candidate.name().equals("candidate")) {
                areas.computeIfAbsent(
                                candidate.text("electionareaid").text(),
                                unknown -> new ModernGovArea(candidate, candidate.text("areatitle"), new ArrayList<>()))
                        .candidates()
                        .add(candidate);
            }
        }
        return List.copyOf(areas.values());
    }
}
