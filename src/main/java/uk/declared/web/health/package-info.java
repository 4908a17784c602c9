/** Whether the server lives and can do its work, and why not. */
@NullMarked
package uk.declared.web.health;

import org.jspecify.annotations.NullMarked;
