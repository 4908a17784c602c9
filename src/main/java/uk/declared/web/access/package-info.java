/** Who may do what over HTTP: tokens, sign-in on the web, and sign-in elsewhere by OpenID Connect. */
@NullMarked
package uk.declared.web.access;

import org.jspecify.annotations.NullMarked;
