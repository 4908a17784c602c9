/**
 * Declarations as they come, for those who watch on election night: server-sent events (HTML Living Standard, section 9.2), which
 * any browser can resume where the connection broke.
 */
@NullMarked
package uk.declared.web.events;

import org.jspecify.annotations.NullMarked;
