package uk.declared.web.sparql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeConstants.Field;
import javax.xml.datatype.Duration;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Keeps numbers and durations to a size within which each step of arithmetic is short. A date and a duration are added month
 * by month, so that a duration of many digits would be added for years; a number of a hundred thousand digits is slow to
 * write and to compare.
 */
final class BoundedValue {
    /** No figure of an election comes near it, nor does a sum of squares of them. */
    static final int LONGEST_NUMBER_BITS = 4096;

    /** The same in decimal digits, with some to spare. */
    static final int LONGEST_NUMBER_DIGITS = 1300;

    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(4_000_000);
    private static final List<Field> FIELDS = List.of(
            DatatypeConstants.YEARS,
            DatatypeConstants.MONTHS,
            DatatypeConstants.DAYS,
            DatatypeConstants.HOURS,
            DatatypeConstants.MINUTES,
            DatatypeConstants.SECONDS);
    private static final List<BigDecimal> MOST = List.of(
            BigDecimal.valueOf(10_000),
            BigDecimal.valueOf(120_000),
            MOST_DAYS,
            MOST_DAYS.multiply(BigDecimal.valueOf(24)),
            MOST_DAYS.multiply(BigDecimal.valueOf(24 * 60)),
            MOST_DAYS.multiply(BigDecimal.valueOf(24 * 60 * 60)));

    private BoundedValue() {}

    /**
     * The value itself.
     *
     * @throws ExprEvalException where it is larger than any that is needed here
     */
    static NodeValue of(NodeValue value) {
        if (!isBounded(value)) {
            throw new ExprEvalException("The number or duration is too long.");
        }
        return value;
    }

    /**
     * The text itself, before anything is read from it: reading digits takes the longer the more there are, and cannot be stopped.
     *
     * @throws ExprEvalException where it is longer than any value of a type other than a text
     */
    static NodeValue readable(NodeValue text) {
        Node node = text.asNode();
        if (node.isLiteral() && node.getLiteralLexicalForm().length() > LONGEST_NUMBER_DIGITS) {
            throw new ExprEvalException("The text is too long for a number, a date or a duration.");
        }
        return text;
    }

    static boolean isBounded(NodeValue value) {
        if (value.isNumber()) {
            return bits(value) <= LONGEST_NUMBER_BITS;
        }
        return !value.isDuration() || isBounded(value.getDuration());
    }

    /** The size of a number, in bits. */
    static int bits(NodeValue value) {
        if (value.isInteger()) {
            return value.getInteger().bitLength();
        }
        if (value.isDecimal()) {
            BigDecimal number = value.getDecimal();
            return Math.max(number.unscaledValue().bitLength(), 3 * Math.abs(number.scale()));
        }
        return Double.SIZE;
    }

    private static boolean isBounded(Duration duration) {
        for (int i = 0; i < FIELDS.size(); i++) {
            Number field = duration.getField(FIELDS.get(i));
            if (field != null && decimal(field).abs().compareTo(MOST.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(Number field) {
        return field instanceof BigInteger whole ? new BigDecimal(whole) : (BigDecimal) field;
    }
}
