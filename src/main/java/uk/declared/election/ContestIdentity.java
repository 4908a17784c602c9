package uk.declared.election;

import java.time.LocalDate;

/**
 * What makes two results results of the same contest: area, office, polling day, and whether it is a by-election. The
 * spelling of the area's name is not part of it, so that a ward spelt anew keeps its URI.
 *
 * @param area the area's GSS code; with the area's slug behind it where it is a parish's, which its wards share; the
 *     body's slug and the area's slug where there is none
 */
public record ContestIdentity(String area, Office office, LocalDate pollingDate, ContestType type) {
    /** The identity as one line of text, for indexes. */
    public String key() {
        return area + ' ' + office.notation() + ' ' + pollingDate + ' ' + type.notation();
    }
}
