/** Figures about the running service for those who watch it, as Prometheus reads them. */
@NullMarked
package uk.declared.web.metrics;

import org.jspecify.annotations.NullMarked;
