/**
 * The figures of one contest without a file: keyed twice into a form that its nominations fill in, compared, and sent on as
 * a table like any other.
 */
@NullMarked
package uk.declared.web.keying;

import org.jspecify.annotations.NullMarked;
