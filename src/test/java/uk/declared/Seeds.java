package uk.declared;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Makes inputs by chance that are the same in every run: a failure names the seed that makes it again. */
public final class Seeds {
    private Seeds() {}

    /** Ten seeds, as a source of parameterised tests. */
    public static IntStream ten() {
        return IntStream.range(0, 10);
    }

    /** Runs a check many times, each with a chance of its own that follows from the seed. */
    public static void each(int seed, int tries, ThrowingConsumer<Random> check) {
        for (int i = 0; i < tries; i++) {
            long own = seed * 1_000_003L + i;
            try {
                check.accept(new Random(own));
            } catch (Throwable e) {
                throw new AssertionError("With new Random(" + own + "L): " + e.getMessage(), e);
            }
        }
    }

    /** One of several things. */
    public static <T> T any(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Up to so many characters: often those that mean something to parsers, else any of the first plane, halves of pairs too. */
    public static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(3) > 0 ? random.nextInt(0x80) : random.nextInt(0x10000)));
        }
        return text.toString();
    }
}
