/** What is done with each request before any route: whom it comes from, its number, and its body, received within bounds. */
@NullMarked
package uk.declared.web.receive;

import org.jspecify.annotations.NullMarked;
