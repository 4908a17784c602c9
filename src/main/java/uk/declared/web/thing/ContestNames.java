package uk.declared.web.thing;

import java.time.LocalDate;
import java.util.List;
import uk.declared.election.Office;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;

/**
 * What a contest and what it belongs to are called in the reader's language.
 *
 * @param area its electoral area
 * @param body the body that members are elected to
 * @param election the election that it is part of
 * @param date the polling day
 * @param heading the area and the day
 * @param caption the body, and whether it is a by-election
 */
record ContestNames(
        NamedLink area,
        NamedLink body,
        NamedLink election,
        LocalDate date,
        String heading,
        String caption,
        List<NamedLink> breadcrumbs) {
    /**
     * Reads the names.
     *
     * @throws IllegalStateException where the graph does not hold what every contest has
     */
    static ContestNames of(Facts contest, LocalPaths paths, Wording wording) {
        Facts area = required(contest, "electoralArea");
        Facts election = required(contest, "election");
        Facts body = required(election, "electedBody");
        LocalDate date = contest.date("pollingDate")
                .orElseThrow(() -> new IllegalStateException(contest.thing() + " has no polling day"));
        String day = wording.date(date);
        boolean byElection = contest.one("contestType")
                .filter(type -> Uris.lastPart(type).equals("by-election"))
                .isPresent();
        NamedLink bodyLink = paths.link(body.thing(), body.label());
        NamedLink electionLink = paths.link(election.thing(), day);
        return new ContestNames(
                paths.link(area.thing(), area.label()),
                bodyLink,
                paths.link(election.thing(), ElectionPage.name(election, body.label(), day, wording)),
                date,
                wording.text("contest.heading", seat(contest, area, wording), day),
                byElection ? wording.text("contest.caption.by-election", body.label()) : body.label(),
                List.of(
                        wording.start(),
                        new NamedLink("/councils", wording.text("nav.councils")),
                        bodyLink,
                        electionLink));
    }

    /** What is filled: a seat for an area, or an office that is named after it. */
    private static String seat(Facts contest, Facts area, Wording wording) {
        String office = contest.one("office").map(Uris::lastPart).orElse("");
        if (office.equals(Office.MAYOR.notation())) {
            return wording.text("office.mayor", area.label());
        }
        if (office.equals(Office.ALDERMAN.notation())) {
            return wording.text("office.alderman", area.label());
        }
        return office.equals(Office.POLICE_AND_CRIME_COMMISSIONER.notation())
                ? wording.text("office.pcc", area.label())
                : area.label();
    }

    /** The window's title. */
    String title() {
        return heading + ", " + caption;
    }

    private static Facts required(Facts of, String property) {
        return of.part(property).orElseThrow(() -> new IllegalStateException(of.thing() + " has no " + property));
    }
}
