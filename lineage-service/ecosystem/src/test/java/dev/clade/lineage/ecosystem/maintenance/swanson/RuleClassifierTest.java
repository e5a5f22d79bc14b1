package dev.clade.lineage.ecosystem.maintenance.swanson;

import static dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass.ADAPTIVE;
import static dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass.CORRECTIVE;
import static dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass.PERFECTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleClassifierTest {
  private final RuleClassifier rules = RuleClassifier.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fix the failing build | ADAPTIVE CORRECTIVE",
        "This is not a bug | ''",
        "Better error messages | ''",
        "Fixed a typo in README.md | PERFECTIVE",
        "Use a fixed size | ''",
        "Update README.md | PERFECTIVE",
        "Update config.json | ADAPTIVE",
        "Bump jackson from 2.1 to 2.2 | ADAPTIVE",
        "Bump version | PERFECTIVE",
        "Remove unused imports | PERFECTIVE",
        "fix(deps): new version of x | ADAPTIVE",
        "fix: add the missing README | CORRECTIVE",
        "docs!: fix a bug | PERFECTIVE",
        "prefix: fix | CORRECTIVE",
        "initial commit | ''",
      })
  void classes(String message, String classes) {
    assertThat(rules.classes(message))
        .extracting(CommitClass::name)
        .containsExactlyInAnyOrder(classes.isEmpty() ? new String[0] : classes.split(" "));
  }

  @Test
  void titlesOfTemplates() {
    assertThat(TitleTemplate.of("Initial commit\n\nfix")).contains(TitleTemplate.DELIVERY);
    assertThat(TitleTemplate.of("Upload model.bin")).contains(TitleTemplate.DELIVERY);
    assertThat(TitleTemplate.of("Update README.md (#12)")).contains(TitleTemplate.DOCUMENTATION);
    assertThat(TitleTemplate.of("Update README.md and code")).isEmpty();
    assertThat(TitleTemplate.of("")).isEmpty();
  }

  @Test
  void treatments() {
    CommitClassifier fixes = any -> Set.of(CORRECTIVE);
    assertThat(TitleTreatment.AS_CLASSIFIED.classes("Upload", fixes)).contains(Set.of(CORRECTIVE));
    assertThat(TitleTreatment.DELIVERIES_EXCLUDED.classes("Upload x", fixes)).isEmpty();
    assertThat(TitleTreatment.DELIVERIES_ADAPTIVE.classes("Upload x", fixes))
        .isEqualTo(Optional.of(Set.of(ADAPTIVE)));
    assertThat(TitleTreatment.DELIVERIES_EXCLUDED.classes("Create README.md", fixes))
        .contains(Set.of(PERFECTIVE));
    assertThat(TitleTreatment.DELIVERIES_EXCLUDED.classes("Merge", fixes))
        .contains(Set.of(CORRECTIVE));
  }

  @Test
  void shares() {
    ClassShares found =
        ClassShares.of(
            List.of("Upload a", "Update README.md", "Fix, and refactor", "x"),
            rules,
            TitleTreatment.DELIVERIES_EXCLUDED);
    assertThat(found)
        .isEqualTo(new ClassShares(3, 1, 1, Map.of(CORRECTIVE, 1L, ADAPTIVE, 0L, PERFECTIVE, 2L)));
    assertThat(found.share(PERFECTIVE)).isEqualTo(2 / 3.0);
  }
}
