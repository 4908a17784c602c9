package uk.declared.web.submission;

import java.util.List;
import java.util.Optional;
import uk.declared.report.ReportView;
import uk.declared.web.access.FormToken;
import uk.declared.web.page.NamedLink;

/**
 * What the page of one draft shows.
 *
 * @param path of the draft
 * @param report what there is to say about the file
 * @param groups what would become of its contests
 * @param publishable whether it can be published as it is
 * @param choosable whether what conforms can be published without the rest
 * @param poorer whether some contests would lose figures or identifiers, which needs a yes
 * @param overtaken whether somebody else has published one of its contests meanwhile
 * @param marked where the marked copy is, where one can be made
 * @param mappable whether it is a table of which nobody has said yet what its columns hold, or whose mapping may be wrong
 */
record DraftView(
        FormToken form,
        String path,
        String name,
        String expires,
        ReportView report,
        List<Group> groups,
        boolean publishable,
        boolean choosable,
        boolean poorer,
        boolean overtaken,
        Optional<String> marked,
        boolean mappable) {
    /** Contests with one fate. */
    record Group(String heading, String note, List<Contest> contests, int further) {}

    /**
     * A contest.
     *
     * @param preview the page as it will appear
     * @param changes in what it differs from what is published
     */
    record Contest(NamedLink preview, List<String> changes) {}
}
