package uk.declared.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The way from one page of a long list to the next.
 *
 * @param previous the path of the page before, where there is one
 * @param next the path of the page after, where there is one
 */
public record Pager(Optional<String> previous, Optional<String> next) {
    /**
     * The way from this page of a list.
     *
     * @param path of the list
     * @param page counted from 1
     * @param rows what was read, one row more than a page holds where there is a further page
     * @param size how many rows a page holds
     */
    public static Pager of(String path, int page, List<?> rows, int size) {
        String start = path + (path.contains("?") ? "&" : "?") + "page=";
        return new Pager(
                page > 1 ? Optional.of(start + (page - 1)) : Optional.empty(),
                rows.size() > size ? Optional.of(start + (page + 1)) : Optional.empty());
    }
}
