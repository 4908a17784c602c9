package uk.declared.web.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import uk.declared.web.search.Kind;

/**
 * One name that a client looks for.
 *
 * @param name as the client's table has it; a code will do
 * @param kind what it must be
 * @param council a council's slug, name or code, or an area's code, within which an area must lie
 * @param day on which it must have been there
 * @param limit how many answers at most
 */
record AskedName(String name, Optional<Kind> kind, Optional<String> council, Optional<LocalDate> day, int limit) {}
