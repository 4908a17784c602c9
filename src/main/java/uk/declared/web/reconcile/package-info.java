/**
 * The reconciliation service: other people's names of areas, councils and parties are matched with the things here, by the W3C
 * Entity Reconciliation API, so that OpenRefine and its like can link their tables.
 */
@NullMarked
package uk.declared.web.reconcile;

import org.jspecify.annotations.NullMarked;
