package uk.declared.web.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;
import uk.declared.topic.TopicAddress;

/** What a value is, how it is read, and what is asked for where it cannot be. */
enum SettingKind {
    NUMBER("a whole number from 1 on, such as 8") {
        @Override
        boolean holds(String value) {
            return value.strip().matches("\\d{1,18}") && Long.parseLong(value.strip()) > 0;
        }
    },
    NUMBER_OR_NONE("a whole number from 0 on, such as 8") {
        @Override
        boolean holds(String value) {
            return value.strip().matches("\\d{1,18}");
        }
    },
    TIME("a length of time above 0, such as 10s, 5m or 1h") {
        @Override
        boolean holds(String value) {
            return time(value).filter(time -> time.compareTo(Duration.ZERO) > 0).isPresent();
        }
    },
    TIME_OR_NONE("a length of time, such as 10s, or 0s") {
        @Override
        boolean holds(String value) {
            return time(value).filter(time -> !time.isNegative()).isPresent();
        }
    },
    PERIOD("a period such as P6M or P30D") {
        @Override
        boolean holds(String value) {
            try {
                return value.isBlank() || !Period.parse(value).isNegative();
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    },
    YES_OR_NO("true or false") {
        @Override
        boolean holds(String value) {
            return value.strip().matches("(?i)true|false|on|off|yes|no|1|0");
        }
    },
    CRON("six fields of a cron expression, such as 0 0 5 * * *, or - for never") {
        @Override
        boolean holds(String value) {
            return value.strip().equals("-") || CronExpression.isValidExpression(value.strip());
        }
    },
    FILE("a file that is there and can be read") {
        @Override
        boolean holds(String value) {
            return value.isEmpty() || Files.isReadable(Path.of(value));
        }
    },
    TOPIC("a topic of Kafka, such as " + TopicAddress.EXAMPLE) {
        @Override
        boolean holds(String value) {
            return value.isEmpty() || TopicAddress.of(value).isPresent();
        }
    },
    TEXT("a text") {
        @Override
        boolean holds(String value) {
            return true;
        }
    };

    private final String wanted;

    SettingKind(String wanted) {
        this.wanted = wanted;
    }

    /** What is asked for, for a message. */
    String wanted() {
        return wanted;
    }

    abstract boolean holds(String value);

    private static Optional<Duration> time(String value) {
        try {
            return Optional.of(DurationStyle.detectAndParse(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
