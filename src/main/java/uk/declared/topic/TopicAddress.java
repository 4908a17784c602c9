package uk.declared.topic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record is published.
 *
 * @param servers brokers to ask first, as {@code HOST:PORT}, with commas between
 * @param name the topic's name
 */
public record TopicAddress(String servers, String name) {
    private static final Pattern FORM =
            Pattern.compile("kafka:((?:[^,/\\s]+:\\d{1,5})(?:,[^,/\\s]+:\\d{1,5})*)/([A-Za-z0-9._-]{1,200})");

    /** What an address looks like, for messages. */
    public static final String EXAMPLE = "kafka:broker.example:9092/declared";

    /** The address that a text names; absent where it is none. */
    public static Optional<TopicAddress> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() ? Optional.of(new TopicAddress(form.group(1), form.group(2))) : Optional.empty();
    }

    /** The topic beside it that files travel by which reference data is made from. They stay as long as the record does. */
    String files() {
        return name + ".files";
    }

    /** The topic beside it that the files of declarations travel by. They stay for some days only. */
    String sent() {
        return name + ".sent";
    }

    /** All of them, the record's last: where that one is, the others are. */
    List<String> topics() {
        return List.of(files(), sent(), name);
    }

    @Override
    public String toString() {
        return "kafka:" + servers + "/" + name;
    }
}
