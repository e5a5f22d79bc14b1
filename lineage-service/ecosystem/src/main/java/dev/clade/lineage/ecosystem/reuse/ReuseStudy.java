package dev.clade.lineage.ecosystem.reuse;

import dev.clade.lineage.ecosystem.statistics.Tally;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reuse of datasets and base models by task (Park and Yoon, ASIS&amp;T 2025).
 *
 * @param byTask the answers of each task asked for
 * @param together the answers over all of these tasks; a model or dataset counts once for each task
 *     that it has, as in the study
 */
public record ReuseStudy(SortedMap<String, TaskReuse> byTask, TaskReuse together) {
  /** Keeps an unchangeable copy of the map. */
  public ReuseStudy {
    byTask = Collections.unmodifiableSortedMap(new TreeMap<>(byTask));
  }

  /**
   * Returns the answers for some tasks, in O(what is declared).
   *
   * @param tasks the tasks to answer for, such as {@link StudiedTasks#LANGUAGE}
   */
  public static ReuseStudy of(
      List<String> tasks,
      Iterable<ModelDeclaration> models,
      Iterable<DatasetDeclaration> datasets) {
    Map<String, Answers> byTask = new HashMap<>();
    Answers.Tallies all = new Answers.Tallies();
    tasks.forEach(task -> byTask.put(task, new Answers(all)));
    for (ModelDeclaration model : models) {
      for (String task : model.tasks()) {
        if (byTask.containsKey(task)) {
          byTask.get(task).add(model);
        }
      }
    }
    for (DatasetDeclaration dataset : datasets) {
      for (String task : dataset.tasks()) {
        if (byTask.containsKey(task)) {
          byTask.get(task).add(dataset);
        }
      }
    }
    TreeMap<String, TaskReuse> results = new TreeMap<>();
    byTask.forEach((task, answers) -> results.put(task, answers.result()));
    return new ReuseStudy(results, all.result());
  }

  /** Collects the answers of one task; all its models come before its datasets. */
  private static final class Answers {
    private final Tallies own = new Tallies();
    private final Tallies all;
    private final Int2IntOpenHashMap usesOfDatasets = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap usesOfBases = new Int2IntOpenHashMap();

    Answers(Tallies all) {
      this.all = all;
    }

    void add(ModelDeclaration model) {
      if (!model.datasets().isEmpty()) {
        own.datasetsPerModel.add(model.datasets().size());
        all.datasetsPerModel.add(model.datasets().size());
      }
      if (!model.bases().isEmpty()) {
        own.basesPerModel.add(model.bases().size());
        all.basesPerModel.add(model.bases().size());
      }
      countOnce(model.datasets(), usesOfDatasets);
      countOnce(model.bases(), usesOfBases);
    }

    void add(DatasetDeclaration dataset) {
      int uses = usesOfDatasets.get(dataset.dataset());
      own.modelsPerDataset.add(uses);
      all.modelsPerDataset.add(uses);
    }

    TaskReuse result() {
      usesOfBases
          .values()
          .forEach(
              uses -> {
                own.modelsPerBase.add(uses);
                all.modelsPerBase.add(uses);
              });
      return own.result();
    }

    private static void countOnce(IntList declared, Int2IntOpenHashMap uses) {
      new IntOpenHashSet(declared).forEach(each -> uses.addTo(each, 1));
    }

    private static final class Tallies {
      private final Tally datasetsPerModel = new Tally();
      private final Tally modelsPerDataset = new Tally();
      private final Tally basesPerModel = new Tally();
      private final Tally modelsPerBase = new Tally();

      TaskReuse result() {
        return new TaskReuse(
            datasetsPerModel.distribution(),
            modelsPerDataset.distribution(),
            basesPerModel.distribution(),
            modelsPerBase.distribution());
      }
    }
  }
}
