package dev.clade.lineage.ecosystem.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceChangeTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', SAME",
    "mit, mit, SAME",
    "a b, b a, SAME",
    "mit, '', DROPPED",
    "'', mit, ADDED",
    "mit, gpl, NO_OVERLAP",
    "a b, c, NO_OVERLAP",
    "a, a b, EXTRA_ADDED",
    "a b, b, SOME_REMOVED",
    "a b, b c, SOME_REPLACED",
  })
  void isTheClassOfBothSets(String base, String derived, LicenceChange change) {
    assertThat(LicenceChange.between(set(base), set(derived))).isEqualTo(change);
  }

  private static Set<String> set(String names) {
    return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
  }
}
