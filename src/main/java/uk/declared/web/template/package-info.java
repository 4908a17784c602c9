/**
 * The project's own submission template: its page, and the files to download.
 */
@NullMarked
package uk.declared.web.template;

import org.jspecify.annotations.NullMarked;
