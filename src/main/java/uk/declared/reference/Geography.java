package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.declared.election.GssCode;

/** The areas that are known, by code and by name. Safe for use by several threads. */
public interface Geography {
    /** No area is known. */
    Geography NONE = new NoGeography();

    /** Whether areas of any kind are loaded so that what is missing is unknown, and can be checked against. */
    boolean isLoaded();

    /** Whether areas of this kind are loaded, by the three characters that its codes begin with, such as {@code E05}. */
    boolean covers(String entity);

    /** The area of a code. */
    Optional<AreaRecord> area(GssCode code);

    /**
     * The electoral areas of a name that lay in a council's area on a day, by exact name or by one that differs from it
     * only in what {@link Names#plain} leaves out.
     *
     * @param within the code of the council's area, at any level above
     */
    List<AreaRecord> electoralAreas(String name, GssCode within, LocalDate day);

    /** All electoral areas that lay in a council's area on a day: what a likely spelling is suggested from. */
    List<AreaRecord> electoralAreas(GssCode within, LocalDate day);
}
