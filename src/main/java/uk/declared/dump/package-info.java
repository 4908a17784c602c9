/**
 * Dumps: what the store holds, or a part of it, as files in the bulk syntaxes, with their checksums. A dump is of one
 * moment and is made while others go on reading and writing.
 */
@NullMarked
package uk.declared.dump;

import org.jspecify.annotations.NullMarked;
