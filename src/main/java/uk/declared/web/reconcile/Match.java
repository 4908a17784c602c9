package uk.declared.web.reconcile;

import uk.declared.web.search.Entity;

/**
 * A thing that a name may mean.
 *
 * @param score from 0 to 100
 * @param certain whether it bears the name and nothing else of the kind does; a likeness alone never is
 */
record Match(Entity entity, double score, boolean certain) {}
