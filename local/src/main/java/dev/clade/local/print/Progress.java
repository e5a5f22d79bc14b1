package dev.clade.local.print;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal, and nothing where the output goes elsewhere. */
public final class Progress implements AutoCloseable {
  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Starts a bar.
   *
   * @param task what is being done, in a few words
   * @param unit what is counted, such as {@code " images"}
   * @param scale how many are counted as one, such as 1,048,576 bytes
   */
  public static Progress start(String task, String unit, long scale) {
    if (!onTerminal()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setUnit(unit, scale)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(200)
            .hideEta()
            .build());
  }

  /** Returns whether a person watches: input and output are a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // The console of java.base, the default since 25, is null elsewhere.
  public static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Shows how much of how much is done, with a few words on it. */
  public void update(long done, long total, String words) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
      bar.setExtraMessage(words);
    }
  }

  /** Leaves the bar as it is and goes on to the next line. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
