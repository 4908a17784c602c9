package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOptionsTest extends CommandRun {
    @AfterEach
    void forget() {
        System.clearProperty("declared.store.url");
        System.clearProperty("declared.store.user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "ftp://localhost/declared",
                "http://declared:secret@localhost:3030/declared",
                "http://a b"
            })
    void whatIsNoAddressOfAStoreIsRefusedWithTheWayToNameOne(String address) {
        int code =
                run("export", "--data", folder.resolve("data"), "--store", address, "-o", folder.resolve("out.nq.gz"));

        assertThat(code).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("is no address of a store", "declared.store.password-file");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aNameWithoutAPasswordIsRefused() {
        System.setProperty("declared.store.url", "http://localhost:1/declared");
        System.setProperty("declared.store.user", "declared");

        assertThat(run("verify", "--data", folder.resolve("data"))).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("declared.store.user and declared.store.password-file go together");
    }

    @Test
    void aStoreThatIsAwayLosesNothingThatIsPublished() {
        System.setProperty("declared.store.url", "http://localhost:1/declared");

        int code = run("publish", EXAMPLE, "--data", folder.resolve("data"));

        assertThat(code).isEqualTo(CONFORMS);
        assertThat(said()).contains("Published 21 contests");
        assertThat(complained()).contains("The store does not answer. What is said above to be published is recorded");
        System.clearProperty("declared.store.url");
        assertThat(run("verify", "--data", folder.resolve("data"))).isEqualTo(CONFORMS);
        assertThat(said()).contains("22 entries behind");
    }
}
