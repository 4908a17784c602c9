package uk.declared.web.start;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import uk.declared.web.http.ProblemException;

/** The day in a path such as {@code /elections/2024-05-02}. */
final class PollingDay {
    static final String PATH = "/elections/{day:\\d{4}-\\d{2}-\\d{2}}";

    private PollingDay() {}

    /**
     * Reads a day.
     *
     * @throws ProblemException where the calendar has no such day
     */
    static LocalDate of(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.day", text);
        }
    }
}
