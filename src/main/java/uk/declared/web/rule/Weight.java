package uk.declared.web.rule;

/** What a rule does to a result that breaks it; the letter of its number says so. */
enum Weight {
    REFUSES("rule.refuses", "red"),
    WARNS("rule.warns", "yellow"),
    NOTES("rule.notes", "grey");

    private final String key;
    private final String colour;

    Weight(String key, String colour) {
        this.key = key;
        this.colour = colour;
    }

    static Weight of(String number) {
        return switch (number.charAt(0)) {
            case 'F' -> REFUSES;
            case 'W' -> WARNS;
            default -> NOTES;
        };
    }

    /** Names the text that says it in a word; with {@code .text} after it, the one that says it in a sentence. */
    String key() {
        return key;
    }

    /** The colour of its tag, a name of GOV.UK Frontend's. */
    String colour() {
        return colour;
    }
}
