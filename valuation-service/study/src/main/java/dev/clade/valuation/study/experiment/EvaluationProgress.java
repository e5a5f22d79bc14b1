package dev.clade.valuation.study.experiment;

import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.output.StepProgress;

/** Shows how many evaluations are done, where there are some to do. */
final class EvaluationProgress implements Laboratory.Progress, AutoCloseable {
  private final String task;
  private StepProgress progress;

  EvaluationProgress(String task) {
    this.task = task;
  }

  @Override
  public void total(int evaluations) {
    if (evaluations > 0) {
      progress = StepProgress.of(task, evaluations, "evaluations");
    }
  }

  @Override
  public void done() {
    if (progress != null) {
      progress.done();
    }
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
