/** Results that are linked data already, in any syntax. */
@NullMarked
package uk.declared.submission.rdf;

import org.jspecify.annotations.NullMarked;
