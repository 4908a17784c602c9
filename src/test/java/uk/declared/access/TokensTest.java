package uk.declared.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.declared.election.BallotId;
import uk.declared.election.ElectedBody;
import uk.declared.election.Source;

@ExtendWith(OutputCaptureExtension.class)
class TokensTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-05-07T12:00:00Z"), ZoneOffset.UTC);
    private static final ElectedBody TRAFFORD = new ElectedBody(
            ElectedBody.Kind.COUNCIL, "trafford", "Trafford Council", Optional.empty(), Optional.empty());
    private static final ElectedBody SALFORD = new ElectedBody(
            ElectedBody.Kind.COUNCIL, "salford", "Salford City Council", Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void aTokenTellsWhoseItIsAfterARestart() throws Exception {
        NewToken made = council(tokens());

        assertThat(made.text()).startsWith("declared_" + made.token().id() + "_");
        assertThat(tokens().holder(made.text()))
                .contains(new Holder("token:" + made.token().id(), Optional.of("trafford"), Set.of()));
    }

    @Test
    void theFileHoldsAHashAndNeverTheSecretAndIsItsOwnersAlone() throws Exception {
        NewToken made = council(tokens());
        Path file = folder.resolve("tokens.jsonl");
        String secret = made.text().substring(made.text().length() - 43);

        assertThat(Files.readString(file)).contains("\"hash\":\"$2a$").doesNotContain(secret);
        assertThat(made + " " + made.token()).doesNotContain(secret).doesNotContain("$2a$");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherSecretUnderTheSameIdentifierIsNoToken() throws Exception {
        String text = council(tokens()).text();
        char last = text.charAt(text.length() - 1);
        // Of the last of 43 characters only some bits count, so one in the middle is changed.
        String changed = text.substring(0, 30) + (text.charAt(30) == 'A' ? 'B' : 'A') + text.substring(31);

        assertThat(tokens().holder(changed)).isEmpty();
        Tokens server = tokens();
        assertThat(server.holder(text)).isPresent();
        assertThat(server.holder(changed)).as("After the right one was let in").isEmpty();
        assertThat(server.holder(text)).isPresent();
        assertThat(tokens().holder(text + last)).isEmpty();
        assertThat(tokens().holder("")).isEmpty();
        assertThat(tokens().holder("declared_aaaaaaaaaa_" + "A".repeat(43))).isEmpty();
    }

    @Test
    void aTokenEndsByItself() throws Exception {
        String text = council(tokens()).text();

        assertThat(at(Duration.ofDays(30).minusSeconds(1)).holder(text)).isPresent();
        assertThat(at(Duration.ofDays(30)).holder(text)).isEmpty();
    }

    @Test
    void aRevokedTokenEndsAtOnceForARunningServerToo() throws Exception {
        Tokens server = tokens();
        NewToken made = council(server);
        Holder holder = server.holder(made.text()).orElseThrow();
        assertThat(server.stillHolds(holder)).isTrue();

        assertThat(tokens().revoke(made.token().id())).isPresent();

        assertThat(server.holder(made.text())).isEmpty();
        assertThat(server.stillHolds(holder)).isFalse();
        assertThat(server.list())
                .singleElement()
                .satisfies(token -> assertThat(token.revoked()).contains(NOON.instant()));
        assertThat(tokens().revoke("aaaaaaaaaa")).isEmpty();
    }

    @Test
    void aLineTornInTheMiddleOfALetterSpoilsNoOther() throws Exception {
        NewToken first = council(tokens());
        byte[] torn = "{\"event\":\"created\",\"id\":\"b\",\"name\":\"Ynys M\u00f4n".getBytes(StandardCharsets.UTF_8);
        byte[] halfALetter = Arrays.copyOf(torn, torn.length - 2);
        Files.write(folder.resolve("tokens.jsonl"), halfALetter, StandardOpenOption.APPEND);

        NewToken second = council(tokens());

        assertThat(tokens().holder(first.text())).isPresent();
        assertThat(tokens().holder(second.text())).isPresent();
        assertThat(tokens().list()).hasSize(2);
    }

    @Test
    void aLineThatIsNoJsonSpoilsNoOther() throws Exception {
        NewToken first = council(tokens());
        Files.writeString(folder.resolve("tokens.jsonl"), "{\"event\":\"created\",,}\n", StandardOpenOption.APPEND);

        assertThat(tokens().holder(first.text())).isPresent();
    }

    @Test
    void aLineThatAPowerCutLeftUnfinishedSpoilsNoOther() throws Exception {
        NewToken first = council(tokens());
        Files.writeString(folder.resolve("tokens.jsonl"), "{\"event\":\"crea", StandardOpenOption.APPEND);

        NewToken second = council(tokens());

        assertThat(tokens().holder(first.text())).isPresent();
        assertThat(tokens().holder(second.text())).isPresent();
    }

    @Test
    void aTokenForNoTimeOrForEverIsRefused() {
        List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(10_000))
                .forEach(lifetime -> assertThatThrownBy(() -> tokens().create("", Optional.empty(), Set.of(), lifetime))
                        .hasMessageContaining("731"));
    }

    @Test
    void aCouncilMayPublishItsOwnContestsAndThoseOfBodiesNamedBesideIt() {
        Holder trafford = new Holder("token:a", Optional.of("trafford"), Set.of("house-of-commons"));
        BallotId own = new BallotId("local.trafford.hale.2026-05-07");

        assertThat(trafford.mayPublish(TRAFFORD, own)).isTrue();
        assertThat(trafford.mayPublish(SALFORD, new BallotId("local.salford.eccles.2026-05-07")))
                .isFalse();
        assertThat(trafford.mayPublish(
                        ElectedBody.HOUSE_OF_COMMONS, new BallotId("parl.stretford-and-urmston.2024-07-04")))
                .isTrue();
        assertThat(Holder.COMMAND_LINE.mayPublish(SALFORD, own)).isTrue();
    }

    /** A file can say of another council's ward that it elects to this council: the contest keeps its identifier. */
    @Test
    void anotherCouncilsContestIsNotItsOwnForHavingItsBody() {
        Holder trafford = new Holder("token:a", Optional.of("trafford"), Set.of());

        assertThat(trafford.mayPublish(TRAFFORD, new BallotId("local.salford.eccles.2026-05-07")))
                .isFalse();
    }

    /** A parish that is named like a constituency has no say in who is elected to Parliament there. */
    @Test
    void whatMayBePublishedMayBeChangedByItsIdentifier() {
        Holder commons = new Holder("token:a", Optional.of("trafford"), Set.of("house-of-commons", "hale"));
        Holder parish = new Holder("token:b", Optional.of("trafford"), Set.of("hale"));
        Holder odd = new Holder("token:c", Optional.of("trafford"), Set.of(".*"));

        assertThat(changeable(commons))
                .containsExactly(
                        "local.trafford.hale.2026-05-07",
                        "mayor.trafford.2026-05-07",
                        "parish.hale.town.2026-05-07",
                        "parl.hale.by.2026-05-07");
        assertThat(changeable(parish))
                .containsExactly(
                        "local.trafford.hale.2026-05-07", "mayor.trafford.2026-05-07", "parish.hale.town.2026-05-07");
        assertThat(changeable(odd)).containsExactly("local.trafford.hale.2026-05-07", "mayor.trafford.2026-05-07");
        assertThat(changeable(Holder.COMMAND_LINE)).hasSize(7);
    }

    private static List<String> changeable(Holder holder) {
        return Stream.of(
                        "local.trafford.hale.2026-05-07",
                        "local.trafford-east.hale.2026-05-07",
                        "mayor.trafford.2026-05-07",
                        "pcc.trafford.2026-05-07",
                        "parish.hale.town.2026-05-07",
                        "parish.hale-barns.town.2026-05-07",
                        "parl.hale.by.2026-05-07")
                .filter(id -> holder.mayChange(new BallotId(id)))
                .toList();
    }

    @Test
    void aCouncilSpeaksAsItselfAndTheOperatorForHimselfAndThirdParties() {
        Holder trafford = new Holder("token:a", Optional.of("trafford"), Set.of());

        assertThat(trafford.maySpeakAs(Source.COUNCIL)).isTrue();
        assertThat(trafford.maySpeakAs(Source.THIRD_PARTY)).isFalse();
        assertThat(Holder.COMMAND_LINE.maySpeakAs(Source.THIRD_PARTY)).isTrue();
        assertThat(Holder.COMMAND_LINE.maySpeakAs(Source.COUNCIL)).isFalse();
    }

    private NewToken council(Tokens tokens) throws Exception {
        return tokens.create("Elections office", Optional.of("trafford"), Set.of(), Duration.ofDays(30));
    }

    private Tokens tokens() {
        return at(Duration.ZERO);
    }

    private Tokens at(Duration later) {
        return new Tokens(folder, Clock.offset(NOON, later));
    }

    @Test
    void aTornLineOfTheAuditLogIsPassedOverAndTheLogSaysSo(CapturedOutput output) throws Exception {
        AuditLog audit = new AuditLog(folder, NOON);
        audit.note(Holder.COMMAND_LINE, "publish", Map.of("outcome", "published"));
        Files.writeString(folder.resolve("audit.jsonl"), "{\"time\":\"2026-", StandardOpenOption.APPEND);
        audit.note(Holder.COMMAND_LINE, "withdraw", Map.of());

        assertThat(audit.last(9)).extracting(AuditLog.Event::action).containsExactly("withdraw", "publish");
        assertThat(output.getAll()).contains("audit.jsonl: of 3 lines").contains("[2]");
    }
}
