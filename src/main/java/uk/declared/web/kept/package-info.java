/**
 * Answers that are the same for all who ask, made once for as long as nothing is published: a page that many wait for is
 * rendered once.
 */
@NullMarked
package uk.declared.web.kept;

import org.jspecify.annotations.NullMarked;
