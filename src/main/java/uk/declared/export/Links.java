package uk.declared.export;

import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;

/** Addresses by which other data name what ours does. */
final class Links {
    private static final String PARTIES = "http://search.electoralcommission.org.uk/English/Registrations/";

    private Links() {}

    /** The URI of an area by its code, as the Office for National Statistics gave it. */
    static String statisticalGeography(String code) {
        return GssCode.parse(code)
                .map(gss -> Uris.statisticalGeography(gss).getURI())
                .orElse(code);
    }

    /** A registered party's page at the Electoral Commission; parties that stand together have none. */
    static String party(String id) {
        return id.startsWith("joint-") ? id : PARTIES + id;
    }
}
