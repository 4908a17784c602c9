package uk.declared.web.page;

/** Something that is worked out from all that is published, and better before the first visitor asks for it. */
public interface Prepared {
    /** Works it out, and returns when that is done. */
    void prepare();
}
