package dev.clade.lineage.ecosystem.reuse;

import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.report.Table;
import java.util.Locale;
import java.util.function.Function;

/** What the study asks of each task. */
enum ReuseQuestion {
  DATASETS_PER_MODEL("RQ1: datasets of a model", TaskReuse::datasetsPerModel),
  MODELS_PER_DATASET("RQ2: models of a dataset", TaskReuse::modelsPerDataset),
  BASES_PER_MODEL("RQ3 as computed: bases of a model", TaskReuse::basesPerModel),
  MODELS_PER_BASE("RQ3 as worded: models of a base", TaskReuse::modelsPerBase);

  private static final String TOGETHER = "all";

  private final String title;
  private final Function<TaskReuse, Distribution> answer;

  ReuseQuestion(String title, Function<TaskReuse, Distribution> answer) {
    this.title = title;
    this.answer = answer;
  }

  /** Returns the question. */
  String title() {
    return title;
  }

  /** Returns the answer for one task or for several together. */
  Distribution answer(TaskReuse reuse) {
    return answer.apply(reuse);
  }

  /** Returns the answers for each task of a field, and for all of them together. */
  Table table(StudiedField field, ReuseStudy study) {
    Table.Builder table =
        Table.named(
                field.label() + "_" + name().toLowerCase(Locale.ROOT),
                "%s, %s tasks".formatted(title, field.label()))
            .text("task", "Task")
            .whole("n", "n")
            .real("mean", "Mean")
            .real("standard_deviation", "Standard deviation")
            .real("median", "Median")
            .real("max", "Most");
    study.byTask().forEach((task, reuse) -> addRow(table, task, answer(reuse)));
    addRow(table, TOGETHER, answer(study.together()));
    return table.build();
  }

  private static void addRow(Table.Builder table, String task, Distribution found) {
    table.row(
        task,
        found.count(),
        found.mean(),
        found.standardDeviation(),
        found.median(),
        found.quantile(1));
  }
}
