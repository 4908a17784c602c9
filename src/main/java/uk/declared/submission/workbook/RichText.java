package uk.declared.submission.workbook;

import java.io.IOException;

/** A text of several runs, each with a look of its own. */
final class RichText {
    /** More than a spreadsheet's cell can hold, in characters: what is longer is cut, and reported as too long by readers. */
    private static final int LONGEST = 40_000;

    private RichText() {}

    /** Reads to the end of the element; how a text is pronounced ({@code rPh}) is no part of it. */
    static String read(PartXml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean wanted = false;
        boolean phonetic = false;
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart("rPh") || xml.isEnd("rPh")) {
                phonetic = xml.isStart();
            } else if (xml.isStart("t") || xml.isEnd("t")) {
                wanted = xml.isStart() && !phonetic;
            } else if (wanted) {
                append(text, xml.text());
            }
        }
        return text.toString();
    }

    static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), LONGEST - Math.min(LONGEST, text.length())));
    }
}
