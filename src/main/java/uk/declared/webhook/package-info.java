/**
 * Webhooks: a council's own website is told of each declaration as it is published, in signed messages that are sent again
 * until they arrive.
 */
@NullMarked
package uk.declared.webhook;

import org.jspecify.annotations.NullMarked;
