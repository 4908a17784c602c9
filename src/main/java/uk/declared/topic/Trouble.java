package uk.declared.topic;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Why a topic is not written to, or not followed, at present.
 *
 * @param kind what it is
 * @param details of it: names, numbers and places
 */
public record Trouble(Kind kind, List<Object> details) {
    public Trouble {
        details = List.copyOf(details);
    }

    /** What it is. */
    public enum Kind {
        /** No broker answers; the address, and what the client says. */
        UNREACHABLE,
        /** The broker refuses what is to be done; the address, and what the client says. */
        DENIED,
        /** The settings of the client are none to begin with, before any broker was asked; the address, and what is wrong. */
        SETTINGS,
        /** The topic has several partitions, so that its order is none; its name, and how many. */
        PARTITIONS,
        /** The topic has another record; its name, and the number of an entry that differs. */
        OTHER_RECORD,
        /** The topic has the record of another base; its name, and that base. */
        OTHER_BASE,
        /** Another process writes to the topic; its name. */
        REPLACED,
        /** The topic begins too late; its name, and the first entry there. */
        BEGINS_LATE,
        /** A file that reference data is made from is not to be had; its hash. */
        FILE_MISSING,
        /** Something else; what was thrown. */
        FAILED
    }

    /** What a client of Kafka threw. */
    static Trouble of(KafkaException e, TopicAddress address) {
        List<Throwable> causes = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .toList();
        if (causes.stream()
                .anyMatch(each -> each instanceof AuthorizationException || each instanceof AuthenticationException)) {
            return of(Kind.DENIED, address.toString(), text(e));
        }
        // A client that cannot be made says why in its cause, and no broker had a part in it.
        boolean asked = causes.stream().anyMatch(each -> each instanceof ApiException);
        Throwable last = causes.get(causes.size() - 1);
        if (!asked && (causes.size() > 1 || last instanceof ConfigException)) {
            return of(Kind.SETTINGS, address.toString(), String.valueOf(last.getMessage()));
        }
        return of(Kind.UNREACHABLE, address.toString(), text(e));
    }

    /** What an exception says. */
    static String text(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static Trouble of(Kind kind, Object... details) {
        return new Trouble(kind, List.of(details));
    }

    /** Thrown to the loop that tries again. */
    static final class TroubleException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        TroubleException(Kind kind, Object... details) {
            super(kind + " " + List.of(details));
            this.trouble = Trouble.of(kind, details);
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
