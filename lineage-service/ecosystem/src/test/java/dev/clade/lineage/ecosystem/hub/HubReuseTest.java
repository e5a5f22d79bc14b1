package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.reuse.DatasetDeclaration;
import dev.clade.lineage.ecosystem.reuse.ModelDeclaration;
import dev.clade.lineage.ecosystem.reuse.ReuseStudy;
import dev.clade.lineage.ecosystem.reuse.StudiedTasks;
import dev.clade.lineage.ecosystem.reuse.TaskReuse;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Beside Park and Yoon (ASIS&amp;T 2025), who looked at the hub of February 2025, seven months
 * later.
 *
 * <p>How many datasets (RQ1) and bases (RQ3) a model declares does not depend on which models are
 * there, and is near. How many models use a dataset (RQ2) does: a third of them is kept back here,
 * and seven months of them are missing, so most tasks have less. Tags tell every dataset and base
 * once; cards, which the study read, may repeat them.
 */
class HubReuseTest {
  private static final Set<String> TASKS = new HashSet<>();
  private static final Object2IntOpenHashMap<String> IDS = new Object2IntOpenHashMap<>();
  private static ReuseStudy language;
  private static ReuseStudy vision;

  @BeforeAll
  static void load() {
    TASKS.addAll(StudiedTasks.LANGUAGE);
    TASKS.addAll(StudiedTasks.VISION);
    List<ModelDeclaration> models = new ArrayList<>();
    List<DatasetDeclaration> datasets = new ArrayList<>();
    Hub.readTable(
        Hub.FOLDER + "models.tsv.gz",
        columns -> {
          // The hub lists a model under a task when any of its tags says so.
          Set<String> tasks = studied(List.of(columns[6].split("\\|")));
          if (!tasks.isEmpty()) {
            models.add(
                new ModelDeclaration(
                    tasks,
                    ids(Hub.tagged(columns[6], "dataset:")),
                    ids(Hub.tagged(columns[6], "base_model:"))));
          }
        });
    Hub.readTable(
        "hub_datasets_2024_07/datasets.tsv.gz",
        columns -> {
          Set<String> tasks = studied(Hub.tagged(columns[columns.length - 1], "task_categories:"));
          if (!tasks.isEmpty()) {
            datasets.add(new DatasetDeclaration(id(columns[0]), tasks));
          }
        });
    language = ReuseStudy.of(StudiedTasks.LANGUAGE, models, datasets);
    vision = ReuseStudy.of(StudiedTasks.VISION, models, datasets);
  }

  @ParameterizedTest
  @CsvSource({
    // Counted by a script: n, mean, sd and maximum of each answer; published: mean of the first
    // three.
    "text-classification,7108,1.165869,5.225483,287,3492,.213631,1.013887,17,9827,1.009158,.226742,10,1159,8.556514,2129,1.215466,.314556,1.005818",
    "token-classification,3104,1.060567,.452947,9,830,.366265,2.170272,43,3413,1,0,1,324,10.533951,631,1.061259,.432203,1.001692",
    "question-answering,1906,1.129066,.795080,15,2752,.079942,1.006416,48,1602,1.001248,.035322,2,319,5.028213,410,1.200540,.146559,1.016063",
    "zero-shot-classification,113,8.663717,40.818547,287,291,.072165,.429452,3,34,1,0,1,28,1.214286,3,8.757447,.124434,1.141791",
    "translation,576,1.116319,.411163,5,843,.106762,.487847,8,235,1.008511,.092056,2,93,2.548387,69,1.159016,.117192,1.014127",
    "summarization,664,1.078313,.376392,6,1102,.137931,.867746,19,209,1,0,1,78,2.679487,45,1.104818,.162943,1.176991",
    "feature-extraction,1484,2.257412,3.730437,40,850,.28,.883936,14,472,1.014831,.137433,3,181,2.646409,56,2.578267,.559159,1.026835",
    "text-generation,9425,2.351830,4.339837,50,4576,1.451049,11.976343,296,15032,1.370942,1.101394,47,5587,3.688563,543,2.371421,1.887399,1.334787",
    "text2text-generation,4318,1.177860,.983934,37,1053,.137702,.640100,8,4226,1.000237,.015383,2,668,6.327844,615,1.242560,.171946,1.003129",
    "fill-mask,1259,1.350278,1.182318,21,398,.138191,.613450,7,1090,1,0,1,189,5.767196,250,1.412619,.237154,1.001314",
    "sentence-similarity,754,3.090186,4.779031,26,572,.881119,4.496723,54,377,1.007958,.115041,3,135,2.814815,56,3.364784,1.833107,1.005975",
    "image-classification,4366,1.056574,.258211,6,971,.236869,1.173382,20,2845,1,0,1,164,17.347561,838,1.058758,.208461,1.018412",
    "object-detection,368,1.054348,.270800,3,519,.229287,1.781346,37,353,1,0,1,42,8.404762,233,1.050314,.235113,1.004896",
    "text-to-image,2512,1.090366,.459636,11,3860,.535751,.583985,12,6741,1.000148,.012180,2,282,23.907801,3114,1.120178,.635408,1.010624",
  })
  void tasks(
      String task,
      long n1,
      double mean1,
      double sd1,
      int max1,
      long n2,
      double mean2,
      double sd2,
      int max2,
      long n3,
      double mean3,
      double sd3,
      int max3,
      long bases,
      double users,
      int mostUsers,
      double published1,
      double published2,
      double published3) {
    ReuseStudy study = StudiedTasks.LANGUAGE.contains(task) ? language : vision;
    TaskReuse reuse = study.byTask().get(task);
    System.out.printf(
        Locale.ROOT,
        "%-26s RQ1 %.3f (published %.3f)  RQ2 %.3f (%.3f)  RQ3 %.3f (%.3f), models a base %.1f%n",
        task,
        reuse.datasetsPerModel().mean(),
        published1,
        reuse.modelsPerDataset().mean(),
        published2,
        reuse.basesPerModel().mean(),
        published3,
        reuse.modelsPerBase().mean());
    equal(reuse.datasetsPerModel(), n1, mean1, max1);
    equal(reuse.modelsPerDataset(), n2, mean2, max2);
    equal(reuse.basesPerModel(), n3, mean3, max3);
    equal(reuse.modelsPerBase(), bases, users, mostUsers);
    assertThat(reuse.datasetsPerModel().standardDeviation()).isCloseTo(sd1, within(1e-6));
    assertThat(reuse.modelsPerDataset().standardDeviation()).isCloseTo(sd2, within(1e-6));
    assertThat(reuse.basesPerModel().standardDeviation()).isCloseTo(sd3, within(1e-6));
    assertThat(mean1 / published1).isBetween(5 / 6.0, 7 / 6.0);
    assertThat(mean3 / published3).isBetween(5 / 6.0, 7 / 6.0);
  }

  @Test
  void together() {
    equal(language.together().datasetsPerModel(), 30_755, 1.650203, 287);
    equal(language.together().modelsPerDataset(), 17_164, .531345, 296);
    equal(language.together().basesPerModel(), 36_518, 1.155567, 47);
    equal(language.together().modelsPerBase(), 8_762, 4.816138, 2_129);
    equal(vision.together().datasetsPerModel(), 7_741, 1.085777, 11);
    equal(vision.together().modelsPerDataset(), 6_997, .360154, 37);
    equal(vision.together().basesPerModel(), 10_556, 1.000189, 2);
    equal(vision.together().modelsPerBase(), 593, 17.804384, 3_114);
  }

  private static void equal(Distribution found, long n, double mean, int max) {
    assertThat(found.count()).isEqualTo(n);
    assertThat(found.mean()).isCloseTo(mean, within(1e-6));
    assertThat(found.max()).isEqualTo(max);
  }

  private static Set<String> studied(List<String> names) {
    Set<String> tasks = new HashSet<>(names);
    tasks.retainAll(TASKS);
    return tasks;
  }

  private static IntList ids(List<String> names) {
    return new IntArrayList(names.stream().mapToInt(HubReuseTest::id).toArray());
  }

  private static int id(String name) {
    return IDS.computeIfAbsent(name, each -> IDS.size());
  }
}
