package uk.declared.submission.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import uk.declared.election.Council;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.row.CellReader;

/**
 * What the forms of one workbook say alike: a sheet that leaves the council or the polling day blank is of those of the
 * others, where all others agree.
 */
public final class FormDefaults {
    private final ReadOptions options;
    private final Set<String> councils = new LinkedHashSet<>();
    private final Set<LocalDate> days = new LinkedHashSet<>();

    public FormDefaults(ReadOptions options) {
        this.options = options;
    }

    /** Notes what a form says. */
    public void note(Form form) {
        if (!form.hasCandidates()) {
            return;
        }
        Optional<LocalDate> day = FormReader.writtenDay(form).flatMap(new CellReader(finding -> {})::day);
        day.ifPresent(days::add);
        FormCouncil.find(form, day)
                .flatMap(cell -> FormCouncil.known(cell.text(), day))
                .map(Council::name)
                .ifPresent(councils::add);
    }

    /** The name of the council that all sheets with one name. */
    Optional<String> council() {
        return councils.size() == 1 ? councils.stream().findFirst() : Optional.empty();
    }

    /** Whether a council is known without the sheet itself. */
    boolean hasCouncil() {
        return options.council().isPresent() || council().isPresent();
    }

    /** The polling day that all sheets with one name, else the sender's, as year-month-day. */
    Optional<String> day() {
        return days.size() == 1 ? days.stream().findFirst().map(LocalDate::toString) : Optional.empty();
    }
}
