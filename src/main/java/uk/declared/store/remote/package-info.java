/**
 * Stores in other processes, which speak SPARQL 1.1 Query and Update.
 */
@NullMarked
package uk.declared.store.remote;

import org.jspecify.annotations.NullMarked;
