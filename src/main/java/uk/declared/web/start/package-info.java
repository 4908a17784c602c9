/**
 * The start page and the lists that lead to everything that is published.
 */
@NullMarked
package uk.declared.web.start;

import org.jspecify.annotations.NullMarked;
