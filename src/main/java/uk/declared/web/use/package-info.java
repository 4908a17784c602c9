/** What stands beside the results: how to take the data, task by task, and how far the pages are for everybody. */
@NullMarked
package uk.declared.web.use;

import org.jspecify.annotations.NullMarked;
