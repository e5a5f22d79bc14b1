package dev.clade.valuation.study.experiment;

import java.io.Console;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how many evaluations are done: a bar to a person who watches, else a line at the start. */
final class EvaluationProgress implements IntConsumer, AutoCloseable {
  private final String task;
  private ProgressBar bar;

  EvaluationProgress(String task) {
    this.task = task;
  }

  /** Takes the number of all evaluations, negative, and then 1 for each that is done. */
  @Override
  public void accept(int done) {
    if (done < 0 && onTerminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(-done)
              .setUpdateIntervalMillis(500)
              .build();
    } else if (done < 0) {
      System.err.printf("%s: %,d evaluations%n", task, -done);
    } else if (bar != null) {
      bar.stepBy(done);
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
