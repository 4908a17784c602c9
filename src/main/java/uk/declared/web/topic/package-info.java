/** The record in a topic, as a server publishes it, and what a server does that follows one. */
@NullMarked
package uk.declared.web.topic;

import org.jspecify.annotations.NullMarked;
