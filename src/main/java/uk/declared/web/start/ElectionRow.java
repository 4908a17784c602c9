package uk.declared.web.start;

import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.Row;

/**
 * An election in a list.
 *
 * @param election the elected body's name, leading to the election
 * @param date the polling day
 * @param contests how many it has
 * @param seats how many were elected
 */
record ElectionRow(NamedLink election, String date, String contests, String seats) {
    static ElectionRow of(Row row, LocalPaths paths, Wording wording) {
        return new ElectionRow(
                paths.link(row.required("election"), row.label("bodyLabel", "body")),
                row.date("date").map(wording::date).orElse(""),
                wording.number(row.integer("contests")),
                wording.number(row.integer("seats")));
    }
}
