package uk.declared.web.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.NightBook;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.Prepared;

/** The boards that are asked for. */
@Component
@Order(Prepared.BOARDS)
final class Boards implements Prepared {
    private final NightBook nights;
    private final boolean rehearsal;

    Boards(NightBook nights, Uris uris) {
        this.nights = nights;
        this.rehearsal = BaseUri.isRehearsal(uris.base());
    }

    /** Whether nothing of it was ever declared. */
    boolean isRehearsal() {
        return rehearsal;
    }

    NightBook nights() {
        return nights;
    }

    /**
     * The board as it stands, or stood at a moment.
     *
     * @throws ProblemException where no contest of the day is known, or was by then
     */
    Board board(Asked asked) {
        return asked.at()
                .map((Instant moment) -> nights.at(asked.day(), moment))
                .orElseGet(() -> nights.now(asked.day()))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND,
                        asked.at().isPresent() ? "problem.404.moment" : "problem.404.day",
                        asked.day().toString()));
    }

    @Override
    public void prepare() {
        nights.likely().forEach(nights::now);
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.day", text);
        }
    }
}
