/**
 * The commands of the command line.
 */
@NullMarked
package uk.declared.cli;

import org.jspecify.annotations.NullMarked;
