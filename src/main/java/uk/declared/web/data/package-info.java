/**
 * The data as a whole: its catalogue (DCAT, VoID, data.json), its dumps, and what crawlers ask for first (robots.txt and the
 * site map).
 */
@NullMarked
package uk.declared.web.data;

import org.jspecify.annotations.NullMarked;
