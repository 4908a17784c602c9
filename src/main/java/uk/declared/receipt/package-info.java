/**
 * What lets anyone check what was published without trusting whoever publishes: signed heads of the record, receipts that one entry is
 * in it, and signatures of releases.
 */
@NullMarked
package uk.declared.receipt;

import org.jspecify.annotations.NullMarked;
