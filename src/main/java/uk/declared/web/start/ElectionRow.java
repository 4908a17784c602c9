package uk.declared.web.start;

import java.time.LocalDate;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/**
 * An election in a list.
 *
 * @param election the elected body's name, leading to the election
 * @param day the polling day, leading to all its elections
 * @param contests how many it has
 * @param seats how many were elected
 */
record ElectionRow(NamedLink election, NamedLink day, String contests, String seats) {
    static ElectionRow of(Row row, LocalPaths paths, Wording wording) {
        return new ElectionRow(
                paths.link(row.required("election"), row.label("bodyLabel", "body")),
                day(row.date("date").orElseThrow(), wording),
                wording.number(row.integer("contests")),
                wording.number(row.integer("seats")));
    }

    private static NamedLink day(LocalDate date, Wording wording) {
        return new NamedLink("/elections/" + date, wording.date(date));
    }
}
