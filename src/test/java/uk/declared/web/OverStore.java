package uk.declared.web;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Has the tests of a class read from a site over a store elsewhere: {@code fuseki} or {@code rdf4j}. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
public @interface OverStore {
    String value();
}
