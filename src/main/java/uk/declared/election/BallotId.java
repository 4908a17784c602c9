package uk.declared.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The identifier of one contest in Democracy Club's form, such as {@code local.trafford.altrincham.2024-05-02} or
 * {@code local.trafford.bucklow-st-martins.by.2017-09-14}.
 */
public record BallotId(String value) implements Comparable<BallotId> {
    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[A-Za-z0-9-]+)*\\.\\d{4}-\\d{2}-\\d{2}");

    /** @throws IllegalArgumentException where the value has not the form of an identifier */
    public BallotId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a ballot identifier: " + value);
        }
    }

    /**
     * The identifier of a contest. A body's only contest (a mayor's, a commissioner's) leaves the area out, as does a
     * contest for Parliament leave the body out.
     */
    public static BallotId of(ElectedBody body, Office office, Area area, LocalDate pollingDate, ContestType type) {
        List<String> parts = new ArrayList<>();
        parts.add(office.idPrefix());
        switch (office) {
            case COUNCILLOR, ALDERMAN -> {
                parts.add(body.slug());
                parts.add(Slug.of(area.name()));
            }
            case PARISH_COUNCILLOR -> {
                parts.add(body.area().map(GssCode::value).orElse(body.slug()));
                parts.add(Slug.of(area.name()));
            }
            case MAYOR, POLICE_AND_CRIME_COMMISSIONER -> parts.add(body.slug());
            case MEMBER_OF_PARLIAMENT -> parts.add(Slug.of(area.name()));
        }
        if (type == ContestType.BY_ELECTION) {
            parts.add("by");
        }
        parts.add(pollingDate.toString());
        return new BallotId(String.join(".", parts));
    }

    /** The polling day, in which it ends. */
    public LocalDate pollingDate() {
        return LocalDate.parse(value.substring(value.lastIndexOf('.') + 1));
    }

    @Override
    public int compareTo(BallotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
