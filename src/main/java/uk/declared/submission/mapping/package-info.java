/** How a council's own table is read: what its headings and values probably stand for, and what an officer said. */
@NullMarked
package uk.declared.submission.mapping;

import org.jspecify.annotations.NullMarked;
