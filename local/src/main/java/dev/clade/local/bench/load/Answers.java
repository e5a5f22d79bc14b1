package dev.clade.local.bench.load;

import dev.clade.local.bench.Latencies;
import io.grpc.Status;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts the ends of calls, from any thread. */
final class Answers {
  private final long begin = System.nanoTime();
  private final LongArrayList nanos = new LongArrayList();
  private final Map<Status.Code, Long> failed = new EnumMap<>(Status.Code.class);
  private String firstFailure = "";
  private long asked;
  private long right;
  private long wrong;
  private long repeated;
  private long empty;

  /** Counts a call that begins. */
  synchronized void begin() {
    asked++;
  }

  /**
   * Counts a call that has ended.
   *
   * @param messages how often it was answered
   * @param fits whether all that was answered is the answer to its question
   * @param took nanoseconds from its beginning
   */
  synchronized void end(Status status, int messages, boolean fits, long took) {
    nanos.add(took);
    if (messages > 1) {
      repeated++;
    } else if (!status.isOk()) {
      firstFailure = failed.isEmpty() ? status.toString() : firstFailure;
      failed.merge(status.getCode(), 1L, Long::sum);
    } else if (messages == 0) {
      empty++;
    } else if (fits) {
      right++;
    } else {
      wrong++;
    }
  }

  /** Returns what is known now; calls that have not ended count as missing. */
  synchronized Tally tally() {
    long open = asked - nanos.size();
    return new Tally(
        asked,
        right,
        wrong,
        repeated,
        empty + open,
        Collections.unmodifiableMap(new EnumMap<>(failed)),
        firstFailure,
        (System.nanoTime() - begin) / 1e9,
        Latencies.of(nanos.toLongArray()));
  }
}
