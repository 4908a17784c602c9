package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/** The texts that cells refer to by number. */
final class SharedStrings {
    private static final int MAX_STRINGS = 1_000_000;
    private static final long MAX_LETTERS = 48L * 1024 * 1024;

    private final List<String> strings;

    private SharedStrings(List<String> strings) {
        this.strings = strings;
    }

    static SharedStrings none() {
        return new SharedStrings(List.of());
    }

    static SharedStrings read(PartXml xml, String part) throws IOException {
        List<String> strings = new ArrayList<>();
        long letters = 0;
        while (xml.next()) {
            if (xml.isStart("si")) {
                String text = RichText.read(xml, "si");
                strings.add(text);
                letters += text.length();
                if (strings.size() > MAX_STRINGS || letters > MAX_LETTERS) {
                    throw new UnreadableWorkbookException(Reason.TOO_LARGE, Map.of("part", part));
                }
            }
        }
        return new SharedStrings(strings);
    }

    /** The text of a number; empty where there is none, which only a damaged workbook has. */
    String at(String index) {
        return WholeNumber.of(index, 7)
                .filter(number -> number < strings.size())
                .map(strings::get)
                .orElse("");
    }
}
