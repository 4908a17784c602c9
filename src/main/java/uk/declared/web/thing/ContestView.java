package uk.declared.web.thing;

import java.util.List;
import java.util.Optional;
import uk.declared.web.map.MapView;
import uk.declared.web.page.NamedLink;

/**
 * What the page about a contest shows. Texts are ready to be read; figures that the source does not state say so.
 *
 * @param heading the area and the day
 * @param caption the elected body and, where it is one, that it is a by-election
 * @param status how final the result is, where it is not simply declared
 * @param summary who was elected, in a sentence
 * @param area the electoral area
 * @param stages the stages of a count by the single transferable vote, where they are known
 * @param parts what was counted in each counting area, where that is known
 * @param second the second count of the supplementary vote, where there was one
 * @param facts what else there is to say about the contest
 * @param account the account of its ballot papers
 * @param rejected the rejected papers by ground
 * @param missing what is said once where there was no poll, or is no result yet
 * @param around what stands around it
 */
record ContestView(
        String heading,
        String caption,
        Optional<String> status,
        String summary,
        NamedLink area,
        List<Candidate> candidates,
        Optional<StagesView> stages,
        Optional<Parts> parts,
        List<SecondCountRow> second,
        List<Fact> facts,
        List<Fact> account,
        List<Fact> rejected,
        Optional<Missing> missing,
        List<NamedLink> others,
        List<Provenance> declarations,
        Around around) {
    /**
     * What stands around a contest.
     *
     * @param turn whether seats were held or gained; empty where that cannot be said
     * @param votes what votes are called: first preferences are no votes for several
     * @param several what a share means where there are several seats; empty where there is one
     * @param turnouts turnout beside last time's and the whole council's
     * @param map the wards of the election, this one among them
     * @param own the area of this contest on it
     * @param sparql the address of the editor with a query for this contest
     * @param report where an error is told, where somebody is named for that
     */
    record Around(
            String turn,
            String votes,
            String several,
            SinceLast since,
            List<Fact> turnouts,
            Optional<MapView> map,
            Optional<MapView.Shape> own,
            String sparql,
            Optional<NamedLink> report) {}

    /**
     * The table of counting areas.
     *
     * @param soFar which areas are there yet, and whether a total is declared; empty where all are, and it is
     * @param columns the candidates, and what else is known of every area
     * @param rows the areas and their figures; last the whole as declared
     * @param table the address of the same as CSV
     */
    record Parts(String soFar, List<String> columns, List<Part> rows, String table) {}

    /** A counting area. */
    record Part(String area, boolean whole, List<String> figures) {}

    /**
     * A row of the table of results.
     *
     * @param none what stands where there is no figure
     * @param share of all votes; none where there was no poll
     * @param ofPapers how many of a hundred valid ballot papers had a vote for the candidate, where several seats were filled
     * @param result elected, not elected, or not stated
     */
    record Candidate(
            NamedLink name,
            Affiliation affiliation,
            String votes,
            String none,
            Optional<Bar> share,
            Optional<String> ofPapers,
            boolean elected,
            String result) {}

    /**
     * That figures are not there because there are none.
     *
     * @param figure in the place of a figure
     * @param account in the place of the account of ballot papers
     */
    record Missing(String figure, String account) {}

    /**
     * A row of the table of a second count.
     *
     * @param added votes of second preference
     * @param total votes in both counts
     */
    record SecondCountRow(NamedLink name, String first, String added, String total) {}

    /**
     * A statement about the contest.
     *
     * @param value as people read it
     * @param link where it leads, if anywhere
     * @param note how it was come by
     */
    record Fact(String name, String value, Optional<NamedLink> link, Optional<String> note) {
        static Fact of(String name, String value) {
            return new Fact(name, value, Optional.empty(), Optional.empty());
        }

        static Fact of(String name, NamedLink link) {
            return new Fact(name, link.label(), Optional.of(link), Optional.empty());
        }

        Fact noted(String text) {
            return new Fact(name, value, link, Optional.of(text));
        }
    }

    /** Where one version of the result comes from. */
    record Provenance(
            NamedLink declaration,
            String status,
            String source,
            String time,
            Optional<NamedLink> submission,
            Optional<NamedLink> page) {}
}
