package dev.clade.lineage.graph.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseChangeTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', SAME",
    "mit, mit, SAME",
    "mit apache-2.0, apache-2.0 mit, SAME",
    "mit, '', DROPPED",
    "'', mit, ADDED",
    "mit, apache-2.0, NO_OVERLAP",
    "mit, mit apache-2.0, EXTRA_ADDED",
    "mit apache-2.0, mit, SOME_REMOVED",
    "mit apache-2.0, mit gpl-3.0, SOME_REPLACED",
  })
  void eachPairHasItsClass(String parent, String child, LicenseChange change) {
    assertThat(LicenseChange.of(ids(parent), ids(child))).isEqualTo(change);
  }

  private static Set<String> ids(String words) {
    return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
  }
}
