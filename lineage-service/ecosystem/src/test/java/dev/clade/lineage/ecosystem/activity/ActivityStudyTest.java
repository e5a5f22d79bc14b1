package dev.clade.lineage.ecosystem.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.rank.Spearman;
import dev.clade.lineage.graph.ArtifactKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hub of five models and two spaces, worked by hand. */
class ActivityStudyTest {
  private static final long GAP = RepositoryTable.MISSING;
  private static final RepositoryTable MODELS =
      new RepositoryTable(
          5,
          Map.of(
              Measure.LIKES, new long[] {0, 4, 1, 0, 2},
              Measure.COMMITS, new long[] {3, GAP, 1, 2, 8}),
          Optional.of(List.of("a", "a", "b", "c", "c")),
          Optional.of(
              List.of(
                  SubField.of(List.of("fill-mask", "text-to-image")),
                  SubField.of(List.of("fill-mask")),
                  SubField.of(List.of("object-detection", "en")),
                  SubField.of(List.of()),
                  SubField.of(List.of("pytorch")))),
          Optional.of(
              List.of(
                  List.of("mit"),
                  List.of("MIT", "gpl-3.0"),
                  List.of("cc-by-nc-4.0"),
                  List.of(),
                  List.of("our-own"))));
  private static final RepositoryTable SPACES =
      new RepositoryTable(
          2,
          Map.of(Measure.LIKES, new long[] {GAP, 7}),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final ActivityStudy STUDY =
      ActivityStudy.of(
          Map.of(ArtifactKind.MODEL, MODELS, ArtifactKind.SPACE, SPACES),
          LicenseGroups.shipped(),
          ActivityOptions.FAST);
  private static final KindActivity FOUND = STUDY.kinds().get(ArtifactKind.MODEL);

  @Test
  void onlyKnownColumnsHaveResults() {
    assertThat(STUDY.kinds()).containsOnlyKeys(ArtifactKind.MODEL, ArtifactKind.SPACE);
    assertThat(FOUND.measures()).containsOnlyKeys(Measure.LIKES, Measure.COMMITS);
    KindActivity spaces = STUDY.kinds().get(ArtifactKind.SPACE);
    assertThat(spaces.repositories()).isEqualTo(2);
    assertThat(spaces.measures()).containsOnlyKeys(Measure.LIKES);
    assertThat(spaces.owners()).isEmpty();
    assertThat(spaces.subFields()).isEmpty();
    assertThat(spaces.licenses()).isEmpty();
  }

  @Test
  void whatIsMissingIsCountedAndLeftOut() {
    MeasureActivity commits = FOUND.measures().get(Measure.COMMITS);
    assertThat(commits.present()).isEqualTo(4);
    assertThat(commits.missing()).isEqualTo(1);
    assertThat(commits.readings().get(Zeros.COUNTED).summary().mean()).isEqualTo(3.5);
    assertThat(commits.powerLaw()).isEmpty();
  }

  @Test
  void zerosAreValuesOrMissing() {
    Map<Zeros, Reading> readings = FOUND.measures().get(Measure.LIKES).readings();
    Reading counted = readings.get(Zeros.COUNTED);
    assertThat(counted.summary().count()).isEqualTo(5);
    assertThat(counted.summary().zeroShare()).isEqualTo(0.4);
    assertThat(counted.summary().median()).isEqualTo(1);
    // (−4·0 − 2·0 + 0·1 + 2·2 + 4·4) / (5·7)
    assertThat(counted.concentration().gini()).isCloseTo(20 / 35.0, within(1e-12));
    Reading missing = readings.get(Zeros.MISSING);
    assertThat(missing.summary().count()).isEqualTo(3);
    assertThat(missing.summary().median()).isEqualTo(2);
    assertThat(missing.concentration().gini()).isCloseTo(6 / 21.0, within(1e-12));
  }

  @Test
  void correlationsAreOverWhoHasBoth() {
    ActivityCorrelations found = FOUND.correlations();
    assertThat(found.measures()).containsExactly(Measure.LIKES, Measure.COMMITS);
    Spearman all = found.all().at(0, 1);
    // Likes 0 1 0 2 have ranks 1.5 3 1.5 4, commits 3 1 2 8 have 3 1 2 4.
    assertThat(all.count()).isEqualTo(4);
    assertThat(all.rho()).isCloseTo(1.5 / Math.sqrt(4.5 * 5), within(1e-12));
    assertThat(found.nonZero().at(0, 1).count()).isEqualTo(2);
    assertThat(found.nonZero().at(0, 1).rho()).isEqualTo(1);
    assertThat(found.nonZero().at(0, 0).count()).isEqualTo(3);
  }

  @Test
  void ownersShareTheSums() {
    OwnerActivity owners = FOUND.owners().orElseThrow();
    assertThat(owners.owners()).isEqualTo(3);
    // 2, 1 and 2 repositories; likes 4, 1 and 2; commits 3, 1 and 10.
    assertThat(owners.repositories().concentration().gini()).isCloseTo(2 / 15.0, within(1e-12));
    assertThat(owners.measures().get(Measure.LIKES).concentration().gini())
        .isCloseTo(6 / 21.0, within(1e-12));
    assertThat(owners.measures().get(Measure.COMMITS).concentration().gini())
        .isCloseTo(18 / 42.0, within(1e-12));
  }

  @Test
  void theTopOwnersAreNamed() {
    List<String> owners = List.of("d", "a", "c", "b", "a");
    OwnerTotals found = OwnerTotals.of(owners, new long[] {2, 1, 2, 0, GAP}, 2);
    assertThat(found.top())
        .containsExactly(new OwnerTotals.Owner("c", 2, .4), new OwnerTotals.Owner("d", 2, .4));
    assertThat(OwnerTotals.of(owners, new long[] {2, 1, 2, 0, GAP}, 9).top())
        .extracting(OwnerTotals.Owner::name)
        .as("b has nothing")
        .containsExactly("c", "d", "a");
  }

  @Test
  void subFieldsMayOverlap() {
    Map<SubField, SubFieldActivity> fields = FOUND.subFields().orElseThrow();
    SubFieldActivity language = fields.get(SubField.LANGUAGE);
    assertThat(language.repositories()).isEqualTo(2);
    assertThat(language.shared())
        .isEqualTo(
            Map.of(SubField.COMPUTER_VISION, 0L, SubField.LANGUAGE, 2L, SubField.MULTIMODAL, 1L));
    Reading likes = language.measures().get(Measure.LIKES).get(Zeros.COUNTED);
    assertThat(likes.summary().mean()).isEqualTo(2);
    // The only one of its commits that is known.
    assertThat(language.measures().get(Measure.COMMITS).get(Zeros.COUNTED).summary().count())
        .isEqualTo(1);
  }

  @Test
  void theFirstLicenseOrAll() {
    Map<LicenseReading, LicenseActivity> readings = FOUND.licenses().orElseThrow();
    LicenseActivity first = readings.get(LicenseReading.FIRST);
    assertThat(first.repositories())
        .isEqualTo(
            Map.of(
                LicenseGroup.PERMISSIVE, 2L,
                LicenseGroup.RESTRICTIVE, 1L,
                LicenseGroup.NONE, 1L,
                LicenseGroup.UNKNOWN, 1L));
    assertThat(first.unknown()).isEqualTo(Map.of("our-own", 1L));
    assertThat(readings.get(LicenseReading.ALL).repositories())
        .containsEntry(LicenseGroup.PERMISSIVE, 1L)
        .containsEntry(LicenseGroup.RESTRICTIVE, 2L);
  }

  @Test
  void groupsOfLicensesAreComparedWithoutTheUnknown() {
    LicenseComparison likes =
        FOUND
            .licenses()
            .orElseThrow()
            .get(LicenseReading.FIRST)
            .measures()
            .get(Measure.LIKES)
            .get(Zeros.COUNTED);
    assertThat(likes.groups()).containsOnlyKeys(LicenseGroup.values());
    assertThat(likes.pairs())
        .extracting(pair -> pair.first() + " " + pair.second())
        .containsExactly("PERMISSIVE RESTRICTIVE", "PERMISSIVE NONE", "RESTRICTIVE NONE");
    // Likes 0 and 4 against 1, 0 and 4 against 0, and 1 against 0.
    assertThat(likes.pairs())
        .extracting(LicenseComparison.Pair::cliffsDelta)
        .containsExactly(0.0, 0.5, 1.0);
    // Ranks 1.5, 4 | 3 | 1.5: H = 12/20·(2·.25² + .5² + 1²)/(1 − 6/60).
    assertThat(likes.test().orElseThrow().h()).isCloseTo(0.6 * 1.375 / 0.9, within(1e-12));
  }

  @Test
  void columnsMustFit() {
    Optional<List<String>> owners = Optional.of(List.of("a"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RepositoryTable(2, Map.of(), owners, Optional.empty(), Optional.empty()))
        .withMessage("a column has 1 values for 2 repositories");
    Map<Measure, long[]> negative = Map.of(Measure.LIKES, new long[] {-2});
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RepositoryTable(
                    1, negative, Optional.empty(), Optional.empty(), Optional.empty()))
        .withMessageContaining("LIKES")
        .withMessageContaining("-2");
    assertThatIllegalArgumentException().isThrownBy(() -> new ActivityOptions(-1, 0, 1));
  }
}
