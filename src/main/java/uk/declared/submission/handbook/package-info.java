/** The Local Election Handbooks of the House of Commons Library: candidates and wards of a whole country. */
@NullMarked
package uk.declared.submission.handbook;

import org.jspecify.annotations.NullMarked;
