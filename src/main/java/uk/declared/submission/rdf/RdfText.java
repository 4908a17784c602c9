package uk.declared.submission.rdf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.submission.text.Texts;

/** The text of a term as a table would hold it, where the term is of the kind that its property asks for. */
final class RdfText {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** XML Schema Part 2, section 3.4: the types derived from integer. */
    private static final Set<String> INTEGERS = Set.of(
            "integer",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "long",
            "int",
            "short",
            "byte",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte");

    private static final Set<String> FRACTIONS = Set.of("decimal", "double", "float");
    private static final Set<String> TEXTS = Set.of("string", "normalizedString", "token");
    private static final String LANGUAGE_TEXT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern DAY = Pattern.compile("(-?\\d{4,9}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?");

    private RdfText() {}

    /** The text; empty where the term is of another kind. */
    static Optional<String> of(RdfTerm term, Type kind, String list) {
        return switch (kind) {
            case INTEGER ->
                literal(term, INTEGERS)
                        .filter(text -> WHOLE.matcher(text).matches())
                        .map(text -> new BigInteger(text).toString());
            case DECIMAL -> decimal(term);
            case BOOLEAN -> literal(term, Set.of("boolean")).filter(Set.of("true", "false", "1", "0")::contains);
            case DATE ->
                literal(term, Set.of("date"))
                        .map(DAY::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .map(day -> day.group(1));
            case MOMENT -> literal(term, Set.of("dateTime", "dateTimeStamp"));
            case TEXT -> text(term);
            case CODE -> code(term, list);
            case THING -> term.isThing() ? Optional.of(term.toString()) : Optional.empty();
        };
    }

    /** What a term is, for a report: its datatype, or what it is instead of a value. */
    static String type(RdfTerm term) {
        if (term instanceof RdfTerm.Literal literal) {
            return literal.language().isEmpty()
                    ? RdfNames.shortened(literal.datatype())
                    : "@" + literal.language().toLowerCase(Locale.ROOT);
        }
        return term instanceof RdfTerm.Uri ? "URI" : "_:";
    }

    /** A number is the same whether it is written as decimal or, as JSON does, as floating. */
    private static Optional<String> decimal(RdfTerm term) {
        return literal(term, INTEGERS)
                .or(() -> literal(term, FRACTIONS))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> new BigDecimal(text).stripTrailingZeros())
                .map(number -> (number.scale() < 0 ? number.setScale(0) : number).toPlainString());
    }

    private static Optional<String> text(RdfTerm term) {
        boolean tagged =
                term instanceof RdfTerm.Literal literal && literal.datatype().equals(LANGUAGE_TEXT);
        Optional<String> text = tagged ? Optional.of(term.toString()) : literal(term, TEXTS);
        return text.filter(all -> all.length() <= Texts.LONGEST_CELL).map(Texts::clean);
    }

    private static Optional<String> literal(RdfTerm term, Set<String> types) {
        return term instanceof RdfTerm.Literal literal
                        && literal.datatype().startsWith(XSD)
                        && types.contains(literal.datatype().substring(XSD.length()))
                ? Optional.of(types == TEXTS ? literal.text() : literal.text().strip())
                : Optional.empty();
    }

    private static Optional<String> code(RdfTerm term, String list) {
        String beginning = Vocabulary.CODES + list + "/";
        return Optional.of(term)
                .filter(RdfTerm.Uri.class::isInstance)
                .map(RdfTerm::toString)
                .filter(uri -> uri.startsWith(beginning) && uri.length() > beginning.length())
                .map(uri -> uri.substring(beginning.length()));
    }
}
