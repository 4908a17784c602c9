package uk.declared.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The boundary of one area.
 *
 * @param code nine characters, such as {@code E05000819}
 * @param name as the file has it
 * @param welshName where the file has one
 * @param shape in longitude and latitude (CRS84), to seven decimal places of a degree, without self-crossings
 */
public record Boundary(String code, Optional<String> name, Optional<String> welshName, MultiPolygon shape) {}
