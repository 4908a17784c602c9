package uk.declared.export;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stands in columns that no one property states, in whatever layout they are. */
final class LineValues {
    static final Map<String, Function<Line, Optional<String>>> ALL = Map.ofEntries(
            Map.entry("area_name", Line::areaName),
            Map.entry("party_name", Line::partyName),
            Map.entry("person_id", Line::person),
            Map.entry("publication_date", line -> line.declared(Line.ISSUED)),
            Map.entry("page", line -> line.declared(Line.PAGE)),
            Map.entry("returning_officer", Line::returningOfficer),
            Map.entry("contact_name", Line::contactName),
            Map.entry("contact_email", Line::contactEmail),
            Map.entry("contact_telephone", Line::contactTelephone));

    private LineValues() {}
}
