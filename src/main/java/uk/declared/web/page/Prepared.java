package uk.declared.web.page;

/** Something that is worked out from all that is published, and better before the first visitor asks for it. */
public interface Prepared {
    /** The place in the order of what is a page that people come to first. */
    int PAGES = 1;

    /** The place of what pages are looked up in. */
    int INDEXES = 2;

    /** The place of what looks at everything, and nobody waits for. */
    int COUNTS = 3;

    /** Works it out, and returns when that is done. */
    void prepare();
}
