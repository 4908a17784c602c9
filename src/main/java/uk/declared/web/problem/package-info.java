/**
 * Refusals and failures of every route: problem documents (RFC 9457) for programs, pages in plain words for people.
 */
@NullMarked
package uk.declared.web.problem;

import org.jspecify.annotations.NullMarked;
