package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/**
 * A part that another points to.
 *
 * @param type what it is: the last step of the relation's type
 * @param part its name in the archive
 */
record Target(String type, String part) {
    private static final int MOST = Workbook.MAX_SHEETS * 4;

    /** The part that says what a part points to; of the archive itself where its name is empty. */
    static String relationsOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** What a part points to, by the identifiers that it uses for it. */
    static Map<String, Target> read(PartXml xml, String part) throws IOException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        Map<String, Target> targets = new HashMap<>();
        while (xml.next()) {
            if (xml.isStart("Relationship")) {
                String type = xml.attribute("Type").orElse("");
                String target = xml.attribute("Target").orElse("");
                targets.put(
                        xml.attribute("Id").orElse(""),
                        new Target(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
            }
            if (targets.size() > MOST) {
                throw new UnreadableWorkbookException(
                        Reason.TOO_MANY_SHEETS, Map.of("most", Integer.toString(Workbook.MAX_SHEETS)));
            }
        }
        return targets;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target.startsWith("./") ? target.substring(2) : target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            base = base.isEmpty() ? "" : base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }
}
