/**
 * How the server is to run: what the command line decides and every part of the HTTP interface may ask for.
 */
@NullMarked
package uk.declared.web.settings;

import org.jspecify.annotations.NullMarked;
