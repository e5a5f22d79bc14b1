package dev.clade.valuation.worker.attribution;

/** Counts what is done and tells a listener. */
final class Countdown {
  private final int total;
  private final Progress progress;
  private int done;

  Countdown(int total, Progress progress) {
    this.total = total;
    this.progress = progress;
  }

  /** Notes that one more is done. */
  void next() {
    done++;
    progress.at(done, total);
  }
}
