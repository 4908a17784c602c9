package uk.declared.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stretches of a record, as they grow. */
final class Stretches {
    private final List<Stretch> all = new ArrayList<>();

    /** Adds a declaration or a redaction. */
    void add(long sequence, Instant time) {
        int last = all.size() - 1;
        if (last < 0 || all.get(last).isFull()) {
            all.add(Stretch.begin(all.size() + 1, sequence, time));
        } else {
            all.set(last, all.get(last).with(sequence, time));
        }
    }

    /** Notes that the content of a declaration was taken out. */
    void redact(long sequence) {
        for (int i = 0; i < all.size(); i++) {
            Stretch stretch = all.get(i);
            if (stretch.first() <= sequence && sequence <= stretch.last()) {
                all.set(i, stretch.redactedOnce());
            }
        }
    }

    List<Stretch> all() {
        return List.copyOf(all);
    }
}
