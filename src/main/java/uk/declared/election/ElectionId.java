package uk.declared.election;

import java.time.LocalDate;

/**
 * The identifier of all contests of one body on one day, such as {@code local.trafford.2024-05-02}. By-elections of a
 * day belong to the same election as its ordinary contests.
 */
public record ElectionId(String value) {
    /** The election that a contest for this office belongs to. */
    public static ElectionId of(ElectedBody body, Office office, LocalDate pollingDate) {
        String of = switch (office) {
            case MEMBER_OF_PARLIAMENT -> "";
            case PARISH_COUNCILLOR -> "." + body.area().map(GssCode::value).orElse(body.slug());
            case COUNCILLOR, ALDERMAN, MAYOR, POLICE_AND_CRIME_COMMISSIONER -> "." + body.slug();
        };
        return new ElectionId(office.idPrefix() + of + "." + pollingDate);
    }

    /** The day's group of elections to such an office, such as {@code local.2024-05-02}. */
    public static ElectionId groupOf(Office office, LocalDate pollingDate) {
        return new ElectionId(office.idPrefix() + "." + pollingDate);
    }

    @Override
    public String toString() {
        return value;
    }
}
