/**
 * What there is to say about a submission: findings, each with its rule's number, its place in the file and the
 * mend, and the report that gathers them.
 */
@NullMarked
package uk.declared.report;

import org.jspecify.annotations.NullMarked;
