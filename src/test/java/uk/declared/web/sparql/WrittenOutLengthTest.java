package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenOutLengthTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "a{3}, 3",
        "a{3}b{4}, 7",
        "'a{2,5}', 5",
        "[a-z0-9]{8}, 8",
        "'[]{9}]{2}', 2",
        "'\\{9}', 3",
        "(ab){3}, 12",
        "((a{10}){10}){10}, 1220"
    })
    void repetitionsSideBySideAddUpAndNestedOnesMultiply(String pattern, double length) {
        assertThat(WrittenOutLength.of(pattern)).isEqualTo(length);
    }

    /** The pattern of the W3C's tests uuid01 and struuid01. */
    @Test
    void aUuidIsMatched() {
        String pattern = "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}";

        assertThat(LinearPattern.of("^" + pattern + "$", "i")
                        .matcher("123e4567-e89b-12d3-a456-426614174000")
                        .find())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{100}){100}){100}", "(((((a{9}){9}){9}){9}){9}){9}", "(?:(?:x{999}){999})"})
    void nestedRepetitionsAreRefused(String pattern) {
        assertThatThrownBy(() -> LinearPattern.of(pattern, "")).isInstanceOf(ExprEvalException.class);
    }
}
