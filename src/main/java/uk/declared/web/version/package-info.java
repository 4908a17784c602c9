/**
 * Versions of results: what each declaration said, what it changed, the notice that can be printed of it, and what was
 * published at a given time (Memento, RFC 7089).
 */
@NullMarked
package uk.declared.web.version;

import org.jspecify.annotations.NullMarked;
