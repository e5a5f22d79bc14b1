package dev.clade.lineage.ecosystem.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.statistics.Distribution;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The definitions of Park and Yoon, worked out by hand. */
class ReuseStudyTest {
  private static final String QA = "question-answering";
  private static final String FILL = "fill-mask";

  private static final ReuseStudy STUDY =
      ReuseStudy.of(
          List.of(QA, FILL, "translation"),
          List.of(
              new ModelDeclaration(Set.of(QA), IntList.of(1, 2, 1), IntList.of(8)),
              new ModelDeclaration(Set.of(QA, FILL), IntList.of(1), IntList.of(8, 9)),
              new ModelDeclaration(Set.of(FILL), IntList.of(), IntList.of(9, 9)),
              new ModelDeclaration(Set.of("text-to-3d"), IntList.of(2), IntList.of(8))),
          List.of(
              new DatasetDeclaration(1, Set.of(QA)),
              new DatasetDeclaration(2, Set.of(QA, FILL)),
              new DatasetDeclaration(3, Set.of(QA, "text-to-3d"))));

  @Test
  void datasetsOfAModelCountWithRepeats() {
    assertThat(STUDY.byTask().get(QA).datasetsPerModel()).isEqualTo(Distribution.of(3, 1));
    // The model without datasets does not count.
    assertThat(STUDY.byTask().get(FILL).datasetsPerModel()).isEqualTo(Distribution.of(1));
  }

  @Test
  void datasetsAreReusedByModelsOfTheirTask() {
    // 1 by two models, though one names it twice; 2 by one; 3 by none.
    assertThat(STUDY.byTask().get(QA).modelsPerDataset()).isEqualTo(Distribution.of(2, 1, 0));
    // 2 is of this task, but no model of it declares it.
    assertThat(STUDY.byTask().get(FILL).modelsPerDataset()).isEqualTo(Distribution.of(0));
  }

  @Test
  void basesInBothReadings() {
    assertThat(STUDY.byTask().get(QA).basesPerModel()).isEqualTo(Distribution.of(1, 2));
    // 8 by two models, 9 by one.
    assertThat(STUDY.byTask().get(QA).modelsPerBase()).isEqualTo(Distribution.of(2, 1));
    // The last model names 9 twice: two bases by the study's count, but one user.
    assertThat(STUDY.byTask().get(FILL).basesPerModel()).isEqualTo(Distribution.of(2, 2));
    assertThat(STUDY.byTask().get(FILL).modelsPerBase()).isEqualTo(Distribution.of(1, 2));
  }

  @Test
  void togetherAModelCountsOnceForEachOfItsTasks() {
    assertThat(STUDY.together().datasetsPerModel()).isEqualTo(Distribution.of(3, 1, 1));
    assertThat(STUDY.together().modelsPerDataset()).isEqualTo(Distribution.of(2, 1, 0, 0));
    assertThat(STUDY.together().basesPerModel()).isEqualTo(Distribution.of(1, 2, 2, 2));
    assertThat(STUDY.together().modelsPerBase()).isEqualTo(Distribution.of(2, 1, 1, 2));
    // 3, 1, 1: mean 5/3, squares of deviations 16/9 + 4/9 + 4/9 = 8/3 over 2.
    assertThat(STUDY.together().datasetsPerModel().standardDeviation())
        .isCloseTo(Math.sqrt(4 / 3.0), within(1e-12));
  }

  @Test
  void aTaskThatNobodyHasIsAnsweredToo() {
    assertThat(STUDY.byTask()).containsOnlyKeys(FILL, QA, "translation");
    assertThat(STUDY.byTask().get("translation").datasetsPerModel())
        .isEqualTo(Distribution.empty());
  }

  @Test
  void theStudyHadTwelveAndEighteenTasks() {
    assertThat(StudiedTasks.LANGUAGE).hasSize(12).doesNotHaveDuplicates();
    assertThat(StudiedTasks.VISION).hasSize(18).doesNotHaveDuplicates();
  }
}
