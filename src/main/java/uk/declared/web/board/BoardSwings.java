package uk.declared.web.board;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.declared.web.page.Prepared;

/** The swings of the boards that are likely to be asked for: the contests of a day as data have all of them at once. */
@Component
@Order(Prepared.COUNTS)
final class BoardSwings implements Prepared {
    private final Boards boards;

    BoardSwings(Boards boards) {
        this.boards = boards;
    }

    @Override
    public void prepare() {
        boards.nights().prepareSwings();
    }
}
