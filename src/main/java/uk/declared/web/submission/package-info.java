/** Submissions over HTTP: drafts that officers look at before they publish, and the same for programs in one request. */
@NullMarked
package uk.declared.web.submission;

import org.jspecify.annotations.NullMarked;
