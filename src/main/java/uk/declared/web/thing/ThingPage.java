package uk.declared.web.thing;

import uk.declared.web.page.Page;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about a thing of one kind. */
interface ThingPage {
    /** The kind of thing. */
    ThingKind kind();

    /** The page about a thing. */
    Page of(Description description, Visit visit);
}
