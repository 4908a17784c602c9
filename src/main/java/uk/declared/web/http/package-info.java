/**
 * What every route shares: content negotiation, validators and compression of answers, and refusals as problem
 * documents or pages.
 */
@NullMarked
package uk.declared.web.http;

import org.jspecify.annotations.NullMarked;
