package uk.declared.submission.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import uk.declared.election.Distance;
import uk.declared.reference.Names;

/** The known name that is most like a given one: only ever a suggestion. */
public final class Likeliest {
    private static final int COMPARED = 100;

    private Likeliest() {}

    /** Whatever has the name most like this one, unless more than a third of its letters differ. */
    public static <T> Optional<T> of(String name, Collection<T> known, Function<T, String> nameOf) {
        String wanted = plain(name);
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(wanted, nameOf.apply(one))))
                .filter(best -> distance(wanted, nameOf.apply(best)) * 3 <= wanted.length());
    }

    private static int distance(String wanted, String name) {
        return Distance.between(wanted, plain(name));
    }

    private static String plain(String name) {
        return Names.plain(name.substring(0, Math.min(COMPARED, name.length())));
    }
}
