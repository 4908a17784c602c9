package uk.declared.submission.rdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.submission.rdf.RdfValues.Found;
import uk.declared.submission.rdf.RdfValues.Reach;
import uk.declared.submission.text.Texts;

/** Reads what a contest's latest declaration says of who declared it, when, and where it was announced. */
final class RdfDeclaration {
    private final RdfValues values;

    RdfDeclaration(RdfValues values) {
        this.values = values;
    }

    /** Puts it where a table would have it. */
    void read(RdfTerm contest, Map<Column, Found> into) {
        List<RdfTerm> declarations = values.things(contest, RdfNames.le("declaration")).stream()
                .map(Statement::object)
                .toList();
        declarations.forEach(declaration -> values.reach(declaration, Reach.SHARED));
        latest(declarations).ifPresent(declaration -> describe(declaration, into));
    }

    /** The one of the highest version; the first where versions are not told. */
    private Optional<RdfTerm> latest(List<RdfTerm> declarations) {
        RdfTerm latest = null;
        long highest = -1;
        for (RdfTerm declaration : declarations) {
            long version = values.one(declaration, RdfNames.le("version"), Type.INTEGER)
                    .filter(found -> found.text().length() < 10)
                    .map(found -> Long.parseLong(found.text()))
                    .orElse(0L);
            if (latest == null || version > highest) {
                latest = declaration;
                highest = version;
            }
        }
        return Optional.ofNullable(latest);
    }

    private void describe(RdfTerm declaration, Map<Column, Found> into) {
        put(values.one(declaration, RdfNames.DCTERMS + "issued", Type.DATE), Column.PUBLICATION_DATE, into);
        put(values.one(declaration, RdfNames.FOAF + "page", Type.THING), Column.PAGE, into);
        put(values.one(declaration, RdfNames.DCTERMS + "subject", Type.THING), Column.SERVICE, into);
        thing(declaration, RdfNames.DCTERMS + "publisher")
                .map(body -> new Found(body.term(), Texts.lastPart(body.text()), body.place()))
                .ifPresent(body -> into.put(Column.PUBLISHER_NAME, body));
        thing(declaration, RdfNames.le("returningOfficer"))
                .ifPresent(officer -> put(
                        values.one(officer.term(), RdfNames.FOAF + "name", Type.TEXT), Column.RETURNING_OFFICER, into));
        thing(declaration, RdfNames.le("contactPoint")).ifPresent(contact -> {
            put(values.one(contact.term(), RdfNames.VCARD + "fn", Type.TEXT), Column.CONTACT_NAME, into);
            put(without("mailto:", contact, "hasEmail"), Column.CONTACT_EMAIL, into);
            put(without("tel:", contact, "hasTelephone"), Column.CONTACT_TELEPHONE, into);
        });
    }

    private Optional<Found> thing(RdfTerm declaration, String property) {
        Optional<Found> thing = values.one(declaration, property, Type.THING);
        thing.ifPresent(found -> values.reach(found.term(), Reach.SHARED));
        return thing;
    }

    private Optional<Found> without(String scheme, Found contact, String property) {
        return values.one(contact.term(), RdfNames.VCARD + property, Type.THING)
                .map(found -> new Found(found.term(), found.text().replaceFirst("^" + scheme, ""), found.place()));
    }

    private static void put(Optional<Found> found, Column column, Map<Column, Found> into) {
        found.ifPresent(value -> into.put(column, value));
    }
}
