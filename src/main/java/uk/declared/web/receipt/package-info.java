/** Signed heads of the record and receipts of its entries over HTTP, with a page that checks them. */
@NullMarked
package uk.declared.web.receipt;

import org.jspecify.annotations.NullMarked;
