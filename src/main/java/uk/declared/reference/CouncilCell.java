package uk.declared.reference;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;

/** Finds the council that a row of a table speaks of. */
final class CouncilCell {
    private CouncilCell() {}

    /**
     * The council of a code, else of a name, short name, code or URI, of those there are on a day.
     *
     * @param code what the column of codes has
     * @param name what the column of names has
     */
    static Optional<Council> of(Optional<String> code, Optional<String> name, LocalDate day) {
        return code.flatMap(GssCode::parse)
                .flatMap(each -> Councils.shipped().byCode(each, day))
                .or(() -> name.flatMap(text -> GssCode.parse(text)
                        .flatMap(each -> Councils.shipped().byCode(each, day))
                        .or(() -> Councils.shipped().byName(text, day))
                        .or(() -> Councils.shipped().bySlug(text.toLowerCase(Locale.ROOT), day))
                        .or(() -> Councils.shipped().byUri(text, day))));
    }
}
