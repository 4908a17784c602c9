package uk.declared.web.thing;

import uk.declared.web.page.Wording;

/**
 * For whom a page is made.
 *
 * @param wording writes in the reader's language
 * @param page which page of a long list, counted from 1
 */
record Visit(Wording wording, int page) {}
