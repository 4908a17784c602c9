package uk.declared.submission.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.declared.format.Column;

/** What a heading of a return's table of candidates may stand over. */
enum FormColumn {
    FAMILY_NAME(
            Column.FAMILY_NAME,
            "surname",
            "candidate surname",
            "surname candidate",
            "last name",
            "family name",
            "candidate last name",
            "candidate family name"),
    GIVEN_NAME(
            Column.GIVEN_NAME,
            "first name",
            "forename",
            "other name",
            "given name",
            "candidate forename",
            "candidate first name",
            "christian name",
            "other name full",
            "first name and any other"),
    NAME(
            Column.NAME_ON_BALLOT_PAPER,
            "candidate",
            "name",
            "candidate name",
            "name candidate",
            "full name",
            "name in full",
            "candidate full name",
            "full name candidate"),
    PARTY(
            Column.PARTY_NAME,
            "party",
            "political party",
            "party name",
            "name party",
            "party if any",
            "description",
            "party description",
            "affiliation",
            "party affiliation",
            "description if any",
            "party or description"),
    VOTES(
            Column.VOTES,
            "vote",
            "vote recorded",
            "vote cast",
            "vote received",
            "number vote",
            "vote polled",
            "total vote",
            "vote obtained",
            "vote total",
            "number vote recorded",
            "number vote cast",
            "no vote"),
    ELECTED(Column.ELECTED, "elected", "result", "outcome", "successful"),
    GENDER(null, "whether female if known", "gender", "sex", "female", "male female", "female y n");

    private static final Set<String> FILLERS = Set.of("of", "the", "for", "s");

    private final Optional<Column> column;
    private final Set<String> headings;

    FormColumn(@Nullable Column column, String... headings) {
        this.column = Optional.ofNullable(column);
        this.headings = Set.of(headings);
    }

    /** The column that it is in a table; what a form asks about people besides is not read. */
    Optional<Column> column() {
        return column;
    }

    /** What a heading stands over; any that speaks of being elected is the place for the mark. */
    static Optional<FormColumn> of(String heading) {
        List<String> words = FormField.words(heading);
        String meant = words.stream().filter(word -> !FILLERS.contains(word)).collect(Collectors.joining(" "));
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(meant))
                .findFirst()
                .or(() -> words.contains("elected") ? Optional.of(ELECTED) : Optional.empty());
    }
}
