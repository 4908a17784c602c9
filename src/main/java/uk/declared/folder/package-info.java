/**
 * The data folder beside its record and its store: who may use it, where its URIs begin, the files and the mappings
 * that it keeps.
 */
@NullMarked
package uk.declared.folder;

import org.jspecify.annotations.NullMarked;
