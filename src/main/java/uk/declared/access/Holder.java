package uk.declared.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.BallotId;
import uk.declared.election.ElectedBody;
import uk.declared.election.Office;
import uk.declared.election.Source;

/**
 * Who does something.
 *
 * @param id what the audit log knows them by: a token's identifier, or that of a sign-in elsewhere
 * @param council the slug of the council that they act for; the operator acts for none
 * @param bodies the slugs of further bodies whose contests they may publish
 */
public record Holder(String id, Optional<String> council, Set<String> bodies) {
    /** Whoever has the data folder in hand, and so needs no token. */
    public static final Holder COMMAND_LINE = new Holder("command-line", Optional.empty(), Set.of());

    /** The running server, for what it does by itself. */
    public static final Holder SERVER = new Holder("server", Optional.empty(), Set.of());

    public Holder {
        bodies = Set.copyOf(bodies);
    }

    /** Whether it is the operator, who may publish every contest. */
    public boolean isOperator() {
        return council.isEmpty();
    }

    /**
     * Whether they may publish a contest: a council those of its own members and mayor, and those of the bodies named
     * beside it. Both the body and the identifier must be theirs, since a file can say that another's ward elects to
     * their council.
     */
    public boolean mayPublish(ElectedBody body, BallotId contest) {
        if (isOperator()) {
            return true;
        }
        List<String> parts = List.of(contest.value().split("\\."));
        boolean ofCouncil = List.of("local", "mayor").contains(parts.get(0));
        boolean own = ofCouncil
                && body.kind() == ElectedBody.Kind.COUNCIL
                && council.filter(body.slug()::equals).isPresent();
        boolean sameBody = parts.get(0).equals("parl") || parts.get(1).equalsIgnoreCase(body.slug());
        return sameBody && (own || bodies.contains(body.slug()));
    }

    /**
     * Whether they may key in or withdraw a contest that is published: its identifier tells whose it is.
     */
    public boolean mayChange(BallotId contest) {
        return Pattern.compile(changeable()).matcher(contest.value()).find();
    }

    /**
     * The identifiers of the contests that they may key in or withdraw: a regular expression, of the kind that SPARQL knows
     * too. A contest for Parliament has its constituency where all others have their body, so that it is told by its kind.
     */
    public String changeable() {
        if (isOperator()) {
            return "";
        }
        List<String> beginnings = new ArrayList<>();
        council.ifPresent(slug -> beginnings.add(ofBody(slug, Office.COUNCILLOR, Office.MAYOR)));
        for (String body : bodies) {
            beginnings.add(
                    body.equals(ElectedBody.HOUSE_OF_COMMONS.slug())
                            ? Office.MEMBER_OF_PARLIAMENT.idPrefix()
                            : ofBody(body, Office.values()));
        }
        return "^(" + String.join("|", beginnings) + ")\\.";
    }

    private static String ofBody(String slug, Office... offices) {
        String kinds = Stream.of(offices)
                .filter(office -> office != Office.MEMBER_OF_PARLIAMENT)
                .map(Office::idPrefix)
                .distinct()
                .collect(Collectors.joining("|"));
        return "(" + kinds + ")\\." + slug.replaceAll("[^A-Za-z0-9-]", "\\\\$0");
    }

    /** Whose word it is, unless something else is said. */
    public Source source() {
        return isOperator() ? Source.OPERATOR : Source.COUNCIL;
    }

    /** Whether they may speak as this source: a council as itself, the operator for himself and for third parties. */
    public boolean maySpeakAs(Source source) {
        return isOperator() == (source != Source.COUNCIL);
    }

    /** Whose things are theirs too: all who act for one council see its drafts. */
    public String owner() {
        return council.map(slug -> "council:" + slug).orElse("operator");
    }
}
