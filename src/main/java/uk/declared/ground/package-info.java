/**
 * What every other room stands on: files shipped with the program, and how JSON is read and written.
 */
@NullMarked
package uk.declared.ground;

import org.jspecify.annotations.NullMarked;
