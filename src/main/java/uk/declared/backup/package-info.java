/** Copies of data folders: made while a server runs, proved by restoring them, and brought back. */
@NullMarked
package uk.declared.backup;

import org.jspecify.annotations.NullMarked;
