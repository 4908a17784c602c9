/** The description of the HTTP interface for programs: OpenAPI 3.1, the queries of the library among it. */
@NullMarked
package uk.declared.web.openapi;

import org.jspecify.annotations.NullMarked;
