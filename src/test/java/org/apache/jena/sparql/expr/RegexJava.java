package org.apache.jena.sparql.expr;

import java.util.regex.Pattern;

/** TopBraid's engine is built against Jena 5.2, which had this class here; later releases have it under another name. */
public final class RegexJava extends RegexEngine {
    private final Pattern pattern;

    public RegexJava(String pattern, String flags) {
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public boolean match(String text) {
        return pattern.matcher(text).find();
    }
}
