/**
 * Who sits on a council, and who has its majority: derived from results and from imported tables of sitting councillors,
 * through time. What the sources leave open stays open: a seat whose holder is not known is counted as such.
 */
@NullMarked
package uk.declared.composition;

import org.jspecify.annotations.NullMarked;
