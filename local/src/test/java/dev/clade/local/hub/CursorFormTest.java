package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.hub.Ordering.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CursorFormTest {
  /** A cursor of the real hub, as it was once written down. */
  private static final String REAL =
      "eyIkb3IiOlt7InRyZW5kaW5nU2NvcmUiOjAsIl9pZCI6eyIkZ3QiOiI2MjkwNDkzNTQ3ZDVkNDkzN2E2ODQ1NzYifX0s"
          + "eyJ0cmVuZGluZ1Njb3JlIjp7IiRsdCI6MH19LHsidHJlbmRpbmdTY29yZSI6bnVsbH1dfQ==";

  @Test
  void readsAndWritesACursorOfTheRealHub() {
    Ordering trending = new Ordering(Sort.TRENDING_SCORE, false);
    Position place = new Position(0, ObjectId.parse("6290493547d5d4937a684576"));

    assertThat(CursorForm.parse(trending, REAL)).isEqualTo(place);
    assertThat(CursorForm.FILTER.write(trending, place, 0)).isEqualTo(REAL);
  }

  @ParameterizedTest
  @EnumSource
  void everyOrderComesBack(CursorForm form) {
    Position place = new Position(1_720_000_000_000L, ObjectId.parse("ff90493547d5d4937a684576"));
    for (Sort sort : Sort.values()) {
      for (boolean ascending : new boolean[] {true, false}) {
        Ordering ordering = new Ordering(sort, ascending);
        String cursor = form.write(ordering, place, 0);

        assertThat(CursorForm.parse(ordering, cursor)).isEqualTo(place);
        assertThat(form.write(ordering, place, 1)).isNotEqualTo(cursor);
        assertThat(CursorForm.parse(ordering, form.write(ordering, place, 1))).isEqualTo(place);
      }
    }
  }
}
