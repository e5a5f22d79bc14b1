package dev.clade.lineage.ecosystem.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.lineage.graph.license.LicenseTable;
import dev.clade.lineage.graph.license.LicenseTerm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LicenseGroupsTest {
  private static final Set<LicenseTerm> PERMISSIVE =
      EnumSet.of(LicenseTerm.ATTRIBUTION, LicenseTerm.LICENSE_COPY, LicenseTerm.STATE_CHANGES);

  static List<String> shipped() throws IOException {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                LicenseGroups.class.getResourceAsStream("license_groups.tsv"),
                StandardCharsets.UTF_8))) {
      return table.lines().skip(1).map(line -> line.substring(0, line.indexOf('\t'))).toList();
    }
  }

  /** The graph has its own table of what each license asks, read in the same texts. */
  @ParameterizedTest
  @MethodSource("shipped")
  void theGroupIsThatOfTheTerms(String license) {
    Set<LicenseTerm> terms = LicenseTable.shipped().find(license).orElseThrow().terms();
    assertThat(LicenseGroups.shipped().group(license))
        .isEqualTo(
            PERMISSIVE.containsAll(terms) ? LicenseGroup.PERMISSIVE : LicenseGroup.RESTRICTIVE);
  }

  @Test
  void everyLicenseWithTermsHasAGroup() throws IOException {
    assertThat(shipped()).hasSize(LicenseTable.shipped().size());
  }

  @ParameterizedTest
  @CsvSource({
    "apache-2.0, PERMISSIVE",
    "MIT, PERMISSIVE",
    "gpl-3.0, RESTRICTIVE",
    "openrail, RESTRICTIVE",
    "cc, UNKNOWN",
    "other, UNKNOWN",
    "unknown, UNKNOWN"
  })
  void groups(String license, LicenseGroup group) {
    assertThat(LicenseGroups.shipped().group(license)).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource({
    "mit PERMISSIVE, line 2 of the license groups: must have an identifier",
    "mit NONE text, line 2 of the license groups: must name a group",
    "mit PERMISSIVE , line 2 of the license groups: must have an identifier",
  })
  void linesThatDoNotFitAreNamed(String line, String message) {
    StringReader table = new StringReader("header\n" + line.replace(' ', '\t'));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LicenseGroups.read(table))
        .withMessageStartingWith(message);
  }

  @Test
  void aLicenseIsThereOnce() {
    StringReader table = new StringReader("header\nx\tPERMISSIVE\ta\nx\tRESTRICTIVE\tb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LicenseGroups.read(table))
        .withMessageContaining("line 3")
        .withMessageContaining("x must be there once");
  }
}
