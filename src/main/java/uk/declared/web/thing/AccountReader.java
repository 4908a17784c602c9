package uk.declared.web.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import uk.declared.election.RejectionGround;
import uk.declared.format.Column;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.vocabulary.Vocabularies;

/** Reads a contest's account of ballot papers. What the source is silent on is said to be so, never shown as 0. */
final class AccountReader {
    /** The grounds that every election has; finer ones are shown where there is a figure. */
    private static final Set<RejectionGround> FOUR = EnumSet.of(
            RejectionGround.OFFICIAL_MARK,
            RejectionGround.TOO_MANY_VOTES,
            RejectionGround.IDENTIFICATION,
            RejectionGround.UNMARKED_OR_VOID);

    private static final List<String> ALWAYS = List.of("electorate", "ballotPapersCast");
    private static final List<String> WHERE_STATED = List.of("validBallotPapers", "postalBallotPapers");

    private final Wording wording;
    private final Vocabularies vocabularies;

    AccountReader(Wording wording, Vocabularies vocabularies) {
        this.wording = wording;
        this.vocabularies = vocabularies;
    }

    List<Fact> of(Facts contest) {
        List<Fact> facts = new ArrayList<>();
        for (String figure : ALWAYS) {
            facts.add(Fact.of(wording.text("account." + figure), wording.number(contest.integer(figure))));
        }
        addTurnout(contest, facts);
        for (String figure : WHERE_STATED) {
            contest.integer(figure)
                    .ifPresent(number -> facts.add(Fact.of(wording.text("account." + figure), wording.number(number))));
        }
        for (Column figure : Column.figures()) {
            contest.integer(figure.property())
                    .ifPresent(number -> facts.add(Fact.of(
                            sentence(vocabularies.label(Vocabulary.term(figure.property()), wording.locale())),
                            wording.number(number))));
        }
        contest.integer("rejectedBallotPapers")
                .ifPresent(number ->
                        facts.add(Fact.of(wording.text("account.rejectedBallotPapers"), wording.number(number))));
        return facts;
    }

    private static String sentence(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private void addTurnout(Facts contest, List<Fact> facts) {
        Optional<BigDecimal> declared = contest.decimal("turnoutPercentage");
        Optional<BigDecimal> computed = contest.decimal("turnout");
        facts.add(Fact.of(
                wording.text("account.turnoutPercentage"),
                declared.map(wording::percent).orElseGet(() -> wording.text("not-stated"))));
        computed.ifPresent(turnout -> facts.add(Fact.of(wording.text("account.turnout"), wording.percent(turnout))
                .noted(wording.text("account.turnout.note"))));
        boolean contradicted = computed.isEmpty()
                && declared.isPresent()
                && contest.integer("electorate").isPresent()
                && contest.integer("ballotPapersCast").isPresent();
        if (contradicted) {
            facts.add(Fact.of(wording.text("account.turnout"), wording.text("account.turnout.left-out"))
                    .noted(wording.text("account.turnout.left-out.note")));
        }
        contest.decimal("validTurnout")
                .ifPresent(turnout -> facts.add(Fact.of(wording.text("account.validTurnout"), wording.percent(turnout))
                        .noted(wording.text("account.validTurnout.note"))));
    }

    /** Rejected papers by ground: every ground is named, and where the source gives no figure that is said. */
    List<Fact> rejected(Facts contest) {
        List<Fact> facts = new ArrayList<>();
        Map<String, Integer> byGround = new HashMap<>();
        for (Facts rejection : contest.parts("rejection")) {
            rejection
                    .part("ground")
                    .ifPresent(ground -> rejection
                            .integer("ballotPapers")
                            .ifPresent(papers -> byGround.put(ground.lastPart(), papers)));
        }
        for (RejectionGround ground : RejectionGround.values()) {
            Node code = Vocabulary.code("rejection-ground", ground.notation());
            Optional<Integer> papers = Optional.ofNullable(byGround.get(ground.notation()));
            if (papers.isEmpty() && !FOUR.contains(ground)) {
                continue;
            }
            facts.add(Fact.of(vocabularies.label(code, wording.locale()), wording.number(papers)));
        }
        facts.add(Fact.of(wording.text("account.rejectedInPart"), wording.number(contest.integer("rejectedInPart"))));
        return facts;
    }
}
