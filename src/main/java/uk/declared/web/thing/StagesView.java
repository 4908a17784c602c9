package uk.declared.web.thing;

import java.util.List;
import java.util.Optional;

/**
 * A count by the single transferable vote as a table: a column for every stage, a row for every candidate and one for what
 * was no longer transferable.
 *
 * @param quota how many votes elected a candidate, where the source says
 * @param withoutQuota who was elected with fewer, in a sentence
 * @param picture the same as curves
 */
record StagesView(
        Optional<String> quota,
        Optional<String> withoutQuota,
        StagesPicture picture,
        List<Column> columns,
        List<Line> rows) {
    /**
     * A stage.
     *
     * @param what happened at it, where that is known
     */
    record Column(String number, Optional<String> what) {}

    /** A candidate's votes at the end of every stage. */
    record Line(String name, List<Cell> cells) {}

    /**
     * What a candidate had at the end of a stage.
     *
     * @param votes empty where the source gives none
     * @param transfer the votes gained or lost, signed
     * @param outcome what the stage decided for the candidate
     */
    record Cell(String votes, Optional<String> transfer, Optional<String> outcome) {}
}
