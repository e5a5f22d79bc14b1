package dev.clade.local.bench.load;

import dev.clade.local.bench.Latencies;
import io.grpc.Status;
import java.util.Map;

/**
 * What became of calls.
 *
 * @param asked calls that were begun
 * @param right calls that were answered once, with the answer to their question
 * @param wrong calls that were answered once, with another
 * @param repeated calls that were answered more than once
 * @param missing calls that ended well without an answer, or did not end long after their deadline
 * @param failed calls that failed, by status
 * @param firstFailure words of the first of these; empty when none failed
 * @param seconds from the first call's beginning to the last one's end
 * @param latencies of all that ended
 */
public record Tally(
    long asked,
    long right,
    long wrong,
    long repeated,
    long missing,
    Map<Status.Code, Long> failed,
    String firstFailure,
    double seconds,
    Latencies latencies) {

  /** Returns whether each call was answered once and rightly. */
  public boolean isWhole() {
    return asked == right;
  }

  /** Returns right answers a second. */
  public double rate() {
    return right / seconds;
  }

  @Override
  public String toString() {
    return "%,d calls: %,d answered once, %,d not at all, %,d more than once, %,d wrongly, %s"
        .formatted(
            asked,
            right,
            missing,
            repeated,
            wrong,
            failed.isEmpty() ? "none failed" : failed + " failed, first with " + firstFailure);
  }
}
