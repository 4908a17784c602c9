/** What was declared lately, for those who want to be told: an Atom feed of all, and of each council. */
@NullMarked
package uk.declared.web.feed;

import org.jspecify.annotations.NullMarked;
