/**
 * Who may do what, and who did what: the tokens of councils and of the operator, which are kept as hashes only, and the
 * audit log.
 */
@NullMarked
package uk.declared.access;

import org.jspecify.annotations.NullMarked;
