package uk.declared.store;

/**
 * The version of what makes stores from records: the same record leads to the same triples in all stores of one version. To be raised by
 * whatever changes which triples follow from a record that is there already.
 *
 * <ul>
 *   <li>1: stores that say nothing of it, as the program wrote them until 29 November 2026. Some lack the margins of contests,
 *   <li>2: stores that say it.
 * </ul>
 *
 * A store of another version is right by the rules of its day, and is made anew from the record.
 */
public final class ProjectionVersion {
    /** What this program writes. */
    public static final int CURRENT = 2;

    /** What stores are that say nothing of it. */
    static final int UNSAID = 1;

    private ProjectionVersion() {}
}
