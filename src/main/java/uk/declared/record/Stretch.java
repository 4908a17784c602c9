package uk.declared.record;

import java.time.Instant;

/**
 * A stretch of the record: its declarations and redactions, in the order of their entries, cut after every hundredth. Once a
 * stretch is full, nothing joins it any more; where the cuts are depends on nothing but the record.
 *
 * @param number counted from 1
 * @param first the number of its first entry in the record
 * @param last the number of its last entry in the record
 * @param events how many declarations and redactions it holds
 * @param earliest the earliest of their times
 * @param latest the latest of their times
 * @param redactions how often the content of one of its declarations was taken out since
 */
public record Stretch(int number, long first, long last, int events, Instant earliest, Instant latest, int redactions) {
    /** How many declarations and redactions a full stretch holds. */
    public static final int FULL = 100;

    static Stretch begin(int number, long sequence, Instant time) {
        return new Stretch(number, sequence, sequence, 1, time, time, 0);
    }

    /** Whether nothing will join it any more. */
    public boolean isFull() {
        return events == FULL;
    }

    Stretch with(long sequence, Instant time) {
        return new Stretch(
                number,
                first,
                sequence,
                events + 1,
                time.isBefore(earliest) ? time : earliest,
                time.isAfter(latest) ? time : latest,
                redactions);
    }

    Stretch redactedOnce() {
        return new Stretch(number, first, last, events, earliest, latest, redactions + 1);
    }
}
