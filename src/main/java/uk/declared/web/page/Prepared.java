package uk.declared.web.page;

/** Something that is worked out from all that is published, and better before the first visitor asks for it. */
public interface Prepared {
    /** The place in the order of the page that people come to first. */
    int FIRST_PAGE = 1;

    /** The place of what the first officer waits for. */
    int SUBMISSIONS = 2;

    /** The place of what pages are looked up in. */
    int INDEXES = 3;

    /** The place of the boards of polling days. */
    int BOARDS = 4;

    /** The place of what looks at everything, and nobody waits for. */
    int COUNTS = 5;

    /** Works it out, and returns when that is done. */
    void prepare();
}
