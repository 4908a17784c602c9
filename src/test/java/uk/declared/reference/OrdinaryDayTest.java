package uk.declared.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinaryDayTest {
    /** The days on which England's councils were elected, from the Electoral Commission's calendars. */
    @ParameterizedTest
    @CsvSource({
        "2001, 2001-06-07",
        "2004, 2004-06-10",
        "2009, 2009-06-04",
        "2014, 2014-05-22",
        "2018, 2018-05-03",
        "2019, 2019-05-02",
        "2020, 2021-05-06",
        "2022, 2022-05-05",
        "2023, 2023-05-04",
        "2025, 2025-05-01",
        "2026, 2026-05-07"
    })
    void theOrdinaryDayIsTheFirstThursdayInMayUnlessItWasMoved(int year, LocalDate day) {
        assertThat(OrdinaryDay.of(year)).isEqualTo(day);
    }
}
