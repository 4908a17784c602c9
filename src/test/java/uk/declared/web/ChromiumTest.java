package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** When tests in a browser are skipped, and when not. */
class ChromiumTest {
    @Test
    void withoutABrowserTestsAreSkippedUnlessOneIsExpected() {
        assertThatThrownBy(() -> Chromium.require(Optional.empty(), false)).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> Chromium.require(Optional.empty(), true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("BROWSER_TESTS");
        assertThatCode(() -> Chromium.require(Optional.of(Path.of("/usr/bin/chromium")), true))
                .doesNotThrowAnyException();
    }
}
