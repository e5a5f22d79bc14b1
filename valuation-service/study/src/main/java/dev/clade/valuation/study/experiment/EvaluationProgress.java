package dev.clade.valuation.study.experiment;

import dev.clade.valuation.study.oracle.Laboratory;
import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how many evaluations are done: a bar to a person who watches, else a line at the start. */
final class EvaluationProgress implements Laboratory.Progress, AutoCloseable {
  private final String task;
  private ProgressBar bar;

  EvaluationProgress(String task) {
    this.task = task;
  }

  @Override
  public void total(int evaluations) {
    if (evaluations > 0 && onTerminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(evaluations)
              .setUpdateIntervalMillis(500)
              .build();
    } else if (evaluations > 0) {
      System.err.printf("%s: %,d evaluations%n", task, evaluations);
    }
  }

  @Override
  public void done() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  @SuppressWarnings(
      "SystemConsoleNull") // The console of java.base, the default since 25, is null elsewhere.
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
