package dev.clade.lineage.graph.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class LicenseTableTest {
  private static final String HEADER = "license\tterms\tcompatible\tsource\n";

  @Test
  void theShippedTableTellsEachLicenseOnce() {
    LicenseTable table = LicenseTable.shipped();
    assertThat(table.size()).isGreaterThan(70);
    assertThat(table.find("Apache-2.0").orElseThrow().terms())
        .containsExactlyInAnyOrder(
            LicenseTerm.ATTRIBUTION, LicenseTerm.LICENSE_COPY, LicenseTerm.STATE_CHANGES);
    assertThat(table.find("cc0-1.0").orElseThrow().terms()).isEmpty();
  }

  @Test
  void licensesAreListedByIdentifier() throws IOException {
    LicenseTable table = read("zlib\t\t\ta\nmit\t\t\tb\nisc\t\t\tc\n");
    assertThat(table.after("")).extracting(License::id).containsExactly("isc", "mit", "zlib");
    assertThat(table.after("mit")).extracting(License::id).containsExactly("zlib");
    assertThat(table.after("kit")).extracting(License::id).containsExactly("mit", "zlib");
  }

  /** As {@code sha256sum} tells it of a file with these lines. */
  @Test
  void theVersionIsTheHashOfTheText() throws IOException {
    assertThat(read("mit\t\t\ta\n").version())
        .isEqualTo("246df8dcf28076a2fd8fda9f45d310703f7d501cab5135596639d3b65957716a");
    assertThat(read("mit\t\t\tb\n").version()).isNotEqualTo(read("mit\t\t\ta\n").version());
  }

  @Test
  void whatNoTextTellsIsNotGuessed() {
    LicenseTable table = LicenseTable.shipped();
    assertThat(table.find("other")).isEmpty();
    assertThat(table.find("unknown")).isEmpty();
    assertThat(table.find("cc")).isEmpty();
  }

  @Test
  void aBadLineIsNamed() {
    assertRefused("mit\tATTRIBUTION\t\n", "line 2", "must have an identifier");
    assertRefused("mit\tKINDNESS\t\tthe text\n", "line 2", "KINDNESS");
    assertRefused("mit\t\t\ta\nmit\t\t\tb\n", "line 3", "must be there once");
    assertRefused("mit\t\tgpl\ta\n", "compatible with mit", "gpl");
  }

  private static void assertRefused(String lines, String... words) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }

  private static LicenseTable read(String lines) throws IOException {
    return LicenseTable.read(new StringReader(HEADER + lines));
  }
}
