package uk.declared.linkeddata;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.Office;

/** English names for things that no source names. */
final class Labels {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Labels() {}

    static String contest(ContestResult result) {
        String kind = result.type() == ContestType.BY_ELECTION ? " by-election" : "";
        return seat(result) + kind + ", " + result.body().name() + ", " + day(result.pollingDate());
    }

    /** What is filled: a seat for an area, or an office that is named after it. */
    private static String seat(ContestResult result) {
        String area = result.area().name();
        return switch (result.office()) {
            case MAYOR -> "Mayor of " + area;
            case ALDERMAN -> "Alderman for " + area;
            case POLICE_AND_CRIME_COMMISSIONER -> "Police and Crime Commissioner for " + area;
            case COUNCILLOR, PARISH_COUNCILLOR, MEMBER_OF_PARLIAMENT -> area;
        };
    }

    static String election(ContestResult result) {
        if (result.office() == Office.MAYOR) {
            return "Mayoral election, " + result.body().name() + ", " + day(result.pollingDate());
        }
        return "Election to " + result.body().name() + ", " + day(result.pollingDate());
    }

    static String electionGroup(ContestResult result) {
        String offices = switch (result.office()) {
            case COUNCILLOR, ALDERMAN -> "Local elections";
            case PARISH_COUNCILLOR -> "Parish and community council elections";
            case MAYOR -> "Mayoral elections";
            case POLICE_AND_CRIME_COMMISSIONER -> "Police and crime commissioner elections";
            case MEMBER_OF_PARLIAMENT -> "Elections to the House of Commons";
        };
        return offices + ", " + day(result.pollingDate());
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
