package uk.declared.submission.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps one copy of texts that come again and again, such as a council's name on every row. Bounded. */
public final class SharedTexts {
    private static final int KEPT = 4_096;

    private final Map<String, String> texts = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    /** The copy of a text that is kept. */
    public String of(String text) {
        String kept = texts.putIfAbsent(text, text);
        return kept == null ? text : kept;
    }
}
