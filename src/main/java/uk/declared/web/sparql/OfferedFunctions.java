package uk.declared.web.sparql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import uk.declared.web.sparql.geo.GeoFunctions;

/**
 * The functions that the public endpoint offers by IRI: the casts of XML Schema, XPath's functions and mathematics, GeoSPARQL's
 * on geometries.
 * Everything else does not exist for it, so no IRI can name a Java class.
 */
final class OfferedFunctions {
    private static final String CASTS = "http://www.w3.org/2001/XMLSchema#";
    private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATHEMATICS = "http://www.w3.org/2005/xpath-functions/math#";

    /** SPARQL has these without an IRI, in a form that can be stopped; {@code fn:apply} calls any other function. */
    private static final Set<String> LEFT_OUT =
            Set.of(XPATH + "matches", XPATH + "replace", XPATH + "concat", XPATH + "apply", XPATH + "error");

    /** Those that may make a value of any length from a short one. */
    private static final Predicate<String> GROWING =
            name -> name.startsWith(CASTS) || name.equals(XPATH + "round") || name.equals(XPATH + "round-half-to-even");

    static {
        JenaSystem.init();
    }

    private static final Functions FUNCTIONS = new Functions();

    private OfferedFunctions() {}

    static boolean offers(String iri) {
        return FUNCTIONS.isRegistered(iri);
    }

    /** The IRIs of all of them, in alphabetical order. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        FUNCTIONS.keys().forEachRemaining(names::add);
        Collections.sort(names);
        return names;
    }

    /** Makes these the only functions of an endpoint. */
    static void install(Context context) {
        FunctionRegistry.set(context, FUNCTIONS);
        PropertyFunctionRegistry.set(context, new NoPropertyFunctions(new Deadline()));
        context.setFalse(ARQ.httpServiceAllowed);
    }

    /** Makes the steps of a query's paths, and its work on geometries, look at its deadline. */
    static void watch(Context context, Deadline deadline) {
        PropertyFunctionRegistry.set(context, new NoPropertyFunctions(deadline));
        GeoFunctions.watch(context, deadline::check);
    }

    private static boolean isOffered(String iri) {
        boolean ours = iri.startsWith(CASTS) || iri.startsWith(XPATH) || iri.startsWith(MATHEMATICS);
        return ours && !LEFT_OUT.contains(iri);
    }

    /** The map is filled once and looked at only: Jena's own `get` would go on to load a class. */
    private static final class Functions extends FunctionRegistry {
        Functions() {
            FunctionRegistry all = FunctionRegistry.get();
            for (Iterator<String> names = all.keys(); names.hasNext(); ) {
                String name = names.next();
                if (isOffered(name)) {
                    put(name, GROWING.test(name) ? bounded(name, all.get(name)) : all.get(name));
                }
            }
            GeoFunctions.all().forEach(this::put);
            put(MATHEMATICS + "pow", (FunctionFactory) iri -> new DoublePower());
        }

        private static FunctionFactory bounded(String name, FunctionFactory factory) {
            boolean keepsTexts = name.equals(XSD.xstring.getURI());
            return iri -> new BoundedFunction((FunctionBase) factory.create(iri), keepsTexts);
        }

        @Override
        public FunctionFactory get(String iri) {
            if (!isRegistered(iri)) {
                throw new QueryRefusedException(Refusal.FUNCTION, iri);
            }
            return super.get(iri);
        }
    }

    /**
     * Every property is a property. Jena asks for each one of a path, so an answer of none is right, and no class is looked
     * for. It asks at each step anew, which is the one moment in a closure when it can be stopped.
     */
    private static final class NoPropertyFunctions extends PropertyFunctionRegistry {
        private final Deadline deadline;

        NoPropertyFunctions(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public boolean manages(String iri) {
            return false;
        }

        @Override
        public boolean isRegistered(String iri) {
            return false;
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String iri) {
            deadline.check();
            return null;
        }
    }
}
