/** The board of a polling day: the map of councils, the state of the parties, the ticker and the table, before, during and after the night. */
@NullMarked
package uk.declared.web.board;

import org.jspecify.annotations.NullMarked;
