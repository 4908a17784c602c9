/**
 * How pages are written: one layout, the language of the reader, links by path, numbers and dates as people write them.
 */
@NullMarked
package uk.declared.web.page;

import org.jspecify.annotations.NullMarked;
