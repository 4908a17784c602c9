/**
 * What changed, for those who keep a copy: a Linked Data Event Stream of every version of every contest, in pages that do not
 * change once they are full.
 */
@NullMarked
package uk.declared.web.ldes;

import org.jspecify.annotations.NullMarked;
