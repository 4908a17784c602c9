package uk.declared.web.submission;

import java.util.List;
import java.util.Optional;
import uk.declared.web.access.FormToken;
import uk.declared.web.page.NamedLink;

/**
 * What the page of an officer's drafts shows.
 *
 * @param script the path of the script that shows the progress of sending
 * @param who signed in: the council's name, or the operator
 * @param councilKnown whether the token's council stands for files that name none
 * @param mebibytes the largest file that is taken
 * @param published where what was just published stands
 * @param done what was done with the token's council last
 */
record DraftsView(
        FormToken form,
        String script,
        String who,
        boolean councilKnown,
        long mebibytes,
        Optional<String> message,
        Optional<NamedLink> published,
        List<Line> drafts,
        List<Done> done) {
    /** A draft. */
    record Line(String href, String name, String created, String expires) {}

    /** Something that was done. */
    record Done(String time, String what) {}
}
