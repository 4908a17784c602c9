package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import uk.declared.web.http.ProblemException;

/** Reads which page of a long list is asked for. */
public final class PageNumber {
    private PageNumber() {}

    /**
     * The parameter {@code page}, counted from 1; 1 where there is none.
     *
     * @throws ProblemException where it is not such a number
     */
    public static int of(HttpServletRequest request) {
        String number = Optional.ofNullable(request.getParameter("page")).orElse("1");
        if (!number.matches("[1-9]\\d{0,5}")) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.page-number");
        }
        return Integer.parseInt(number);
    }
}
