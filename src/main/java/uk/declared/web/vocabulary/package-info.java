/**
 * The vocabulary as people and programs read it: its document, its terms, and the names of its codes.
 */
@NullMarked
package uk.declared.web.vocabulary;

import org.jspecify.annotations.NullMarked;
