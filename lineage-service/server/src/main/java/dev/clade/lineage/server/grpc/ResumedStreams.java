package dev.clade.lineage.server.grpc;

import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads streams in bulk to their ends: one that breaks is taken up again where it was whole. */
final class ResumedStreams {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(8);

  private final CatalogueChannel channel;
  private final Deadline deadline;
  private final RetryPolicy<Object> retry;

  /**
   * Begins to count time.
   *
   * @param longest how long all reading may take together
   * @param retries how often a stream may be taken up again
   */
  ResumedStreams(CatalogueChannel channel, Duration longest, int retries) {
    this.channel = channel;
    this.deadline = Deadline.after(longest.toMillis(), TimeUnit.MILLISECONDS);
    this.retry =
        RetryPolicy.builder()
            .handleIf(failure -> Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE)
            .withBackoff(FIRST_PAUSE, LAST_PAUSE)
            .withMaxRetries(retries)
            .build();
  }

  /** Opens a stream behind a name. */
  interface Opening<M> {
    /** Returns its batches. */
    Iterator<M> behind(ActivityServiceBlockingStub service, String name);
  }

  /**
   * Reads a stream.
   *
   * @param through tells up to which name a batch makes the stream whole
   * @param reader takes a batch; what it took behind the last whole name comes again when the
   *     stream breaks
   * @param broken called when that happens
   * @throws dev.clade.runtime.error.CladeException when it stays broken or takes too long
   */
  <M> void read(
      Opening<M> opening, Function<M, String> through, Consumer<M> reader, Runnable broken) {
    String[] whole = {""};
    try {
      Failsafe.with(retry)
          .run(
              () -> {
                broken.run();
                Iterator<M> batches = opening.behind(service(), whole[0]);
                while (batches.hasNext()) {
                  M batch = batches.next();
                  reader.accept(batch);
                  whole[0] = through.apply(batch);
                }
              });
    } catch (StatusRuntimeException e) {
      throw FailureTranslator.translate(e);
    }
  }

  private ActivityServiceBlockingStub service() {
    return ActivityServiceGrpc.newBlockingStub(channel.open()).withDeadline(deadline);
  }
}
