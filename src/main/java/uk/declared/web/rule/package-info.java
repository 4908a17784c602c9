/**
 * The rules as people and programs read them: what each says, why it is there and where it comes from, how what breaks it
 * is put right, an example of either kind, and the shape itself.
 */
@NullMarked
package uk.declared.web.rule;

import org.jspecify.annotations.NullMarked;
