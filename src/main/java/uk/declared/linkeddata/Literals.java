package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Literals in their canonical form only. TDB2 hands back canonical forms (Jena GH-3404), so anything else would make the
 * record and the store disagree.
 */
public final class Literals {
    private Literals() {}

    public static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    /** A decimal without needless zeros but with a digit on each side of the point: {@code 38.8}, {@code 50.0}. */
    public static Node decimal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        BigDecimal canonical = stripped.scale() < 1 ? stripped.setScale(1) : stripped;
        return NodeFactory.createLiteralDT(canonical.toPlainString(), XSDDatatype.XSDdecimal);
    }

    public static Node bool(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    public static Node date(LocalDate value) {
        return NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDdate);
    }

    /** A time in UTC, to the second. */
    public static Node dateTime(Instant value) {
        return NodeFactory.createLiteralDT(value.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
    }

    public static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }

    public static Node english(String value) {
        return NodeFactory.createLiteralLang(value, "en");
    }
}
