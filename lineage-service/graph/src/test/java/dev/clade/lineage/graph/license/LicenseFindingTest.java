package dev.clade.lineage.graph.license;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.license.LicenseFinding.Breach;
import dev.clade.lineage.graph.license.LicenseFinding.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the licenses' own words and Creative Commons' chart of what adapters may use. */
class LicenseFindingTest {
  private static final LicenseTable TABLE = LicenseTable.shipped();

  @ParameterizedTest
  @CsvSource({
    "mit, apache-2.0",
    "apache-2.0, cc-by-nc-4.0",
    "cc-by-sa-3.0, cc-by-sa-4.0",
    "cc-by-sa-4.0, gpl-3.0",
    "cc-by-nc-4.0, cc-by-nc-sa-4.0",
    "cc0-1.0, mit",
    "gpl-2.0, gpl-2.0",
    "llama3, llama3.1",
    "creativeml-openrail-m, openrail++",
    // A maker may choose the second of the parent's licenses.
    "gpl-3.0 mit, apache-2.0",
    "other mit, apache-2.0",
  })
  void isAllowed(String parent, String child) {
    assertThat(finding(parent, child))
        .isEqualTo(new LicenseFinding(Verdict.COMPATIBLE, Optional.empty(), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "cc-by-nc-4.0, apache-2.0, NON_COMMERCIAL",
    "cc-by-sa-4.0, mit, SHARE_ALIKE",
    "cc-by-sa-4.0, cc-by-sa-3.0, SHARE_ALIKE",
    "gpl-3.0, cc-by-sa-4.0, SHARE_ALIKE",
    "agpl-3.0, gpl-3.0, SHARE_ALIKE",
    "llama3.1, apache-2.0, USE_RESTRICTIONS",
    "gemma, mit, USE_RESTRICTIONS",
    "cc-by-nd-4.0, cc-by-nd-4.0, NO_DERIVATIVES",
    "cc-by-nc-nd-4.0, '', NO_DERIVATIVES",
    // Offered under two licenses, of which one is not allowed.
    "cc-by-nc-4.0, cc-by-nc-4.0 mit, NON_COMMERCIAL",
    "cc-by-nc-4.0, other mit, NON_COMMERCIAL",
  })
  void breaksATerm(String parent, String child, LicenseTerm term) {
    LicenseFinding finding = finding(parent, child);
    assertThat(finding.verdict()).isEqualTo(Verdict.CONFLICT);
    assertThat(finding.breach().orElseThrow().terms()).containsExactly(term);
    assertThat(finding.unknown()).isEmpty();
  }

  @Test
  void aBreachNamesBothLicenses() {
    // Of the parent's the one that asks least of what is broken, of the child's the first.
    Breach breach = finding("cc-by-nc-sa-4.0 cc-by-sa-4.0", "cc0-1.0 mit").breach().orElseThrow();
    assertThat(breach.license().id()).isEqualTo("cc-by-sa-4.0");
    assertThat(breach.derivative().orElseThrow().id()).isEqualTo("cc0-1.0");
    Breach always = finding("cc-by-nd-4.0", "mit").breach().orElseThrow();
    assertThat(always.license().id()).isEqualTo("cc-by-nd-4.0");
    assertThat(always.derivative()).isEmpty();
  }

  @Test
  void tellsWhatItWouldHaveToKnow() {
    assertThat(finding("mit", "mit other").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(finding("other", "mit").unknown()).containsExactly("other");
    assertThat(finding("mit", "taste2-research-only").unknown())
        .containsExactly("taste2-research-only");
    assertThat(finding("", "mit")).isEqualTo(unknown());
    assertThat(finding("mit", "")).isEqualTo(unknown());
  }

  private static LicenseFinding unknown() {
    return new LicenseFinding(Verdict.UNKNOWN, Optional.empty(), Set.of());
  }

  private static LicenseFinding finding(String parent, String child) {
    return LicenseFinding.of(TABLE, ids(parent), ids(child));
  }

  private static List<String> ids(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }
}
