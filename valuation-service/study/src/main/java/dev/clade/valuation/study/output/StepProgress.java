package dev.clade.valuation.study.output;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how many steps are done: a bar to a person who watches, else a line at the start. */
public final class StepProgress implements AutoCloseable {
  private final ProgressBar bar;

  private StepProgress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Begins to show.
   *
   * @param task what is done
   * @param steps of how many steps
   * @param unit what a step is, in the plural
   */
  public static StepProgress of(String task, int steps, String unit) {
    if (!onTerminal()) {
      System.err.printf("%s: %,d %s%n", task, steps, unit);
      return new StepProgress(null);
    }
    return new StepProgress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setUpdateIntervalMillis(500)
            .build());
  }

  /** Tells that so many steps are done, those of before included. */
  public void at(int steps) {
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  /** Tells that one more step is done. */
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
