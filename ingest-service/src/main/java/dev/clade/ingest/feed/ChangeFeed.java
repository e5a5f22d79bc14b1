package dev.clade.ingest.feed;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.store.ArtifactPage;
import dev.clade.ingest.store.ArtifactStore;
import dev.clade.ingest.store.Detail;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Replays the feed from a place and then follows it.
 *
 * <p>Numbers are without gaps in the order of commit, so whoever reads behind the last number it
 * has misses nothing, however late a concurrent writer commits. An artifact that changes while the
 * feed is replayed is seen at its later place.
 */
@ApplicationScoped
public class ChangeFeed {
  private static final int BATCH_CHANGES = 1_000;
  private static final long BATCH_BYTES = 1024 * 1024;

  /** Changes looked at for one batch at most, so that a filter which passes little stays quick. */
  private static final int LOOKED_AT = 20_000;

  private final ArtifactStore artifacts;
  private final FeedHead head;
  private final Duration heartbeat;

  @Inject
  ChangeFeed(ArtifactStore artifacts, FeedHead head, IngestConfig config) {
    this.artifacts = artifacts;
    this.head = head;
    this.heartbeat = config.heartbeat();
  }

  /**
   * Returns the changes after a place, without end. Each batch is read when it is asked for.
   *
   * @param after last place that the reader has; 0 for everything
   * @param filter which changes to return; the others are passed over
   * @throws CladeException {@link Reason#FIELD_OUT_OF_RANGE} when it is negative; the stream fails
   *     so when it is beyond the head
   */
  public Multi<ChangeBatch> follow(long after, ChangeFilter filter, Detail detail) {
    if (after < 0) {
      throw outOfRange(after, "must be at least 0");
    }
    return head.current()
        .flatMap(known -> after <= known ? Uni.createFrom().item(known) : head.read())
        .invoke(
            known -> {
              if (after > known) {
                throw outOfRange(after, "must be at most the feed's head, %d".formatted(known));
              }
            })
        .toMulti()
        .flatMap(
            known ->
                Multi.createBy()
                    .concatenating()
                    .streams(greeting(after, known), batches(after, filter, detail)));
  }

  /** Who has everything is told so at once, not after a heartbeat. */
  private static Multi<ChangeBatch> greeting(long after, long known) {
    return after == known
        ? Multi.createFrom().item(new ChangeBatch(List.of(), known, after, ""))
        : Multi.createFrom().empty();
  }

  private Multi<ChangeBatch> batches(long after, ChangeFilter filter, Detail detail) {
    AtomicLong place = new AtomicLong(after);
    return Multi.createBy()
        .repeating()
        .uni(() -> next(place.get(), filter, detail).invoke(batch -> place.set(batch.through())))
        .indefinitely();
  }

  private Uni<ChangeBatch> next(long place, ChangeFilter filter, Detail detail) {
    return head.beyond(place, heartbeat)
        .flatMap(
            known ->
                known > place
                    ? read(place, known, filter, detail)
                    : Uni.createFrom()
                        .item(new ChangeBatch(List.of(), Math.max(known, place), place, "")));
  }

  /** What moves meanwhile moves behind the range, so nothing of the range is missed. */
  private Uni<ChangeBatch> read(long place, long known, ChangeFilter filter, Detail detail) {
    return end(place, known, filter)
        .flatMap(
            end ->
                artifacts
                    .changes(place, end, filter.selection(), BATCH_CHANGES, BATCH_BYTES, detail)
                    .map(page -> batch(page, Math.max(known, end), end)));
  }

  private Uni<Long> end(long place, long known, ChangeFilter filter) {
    return filter.passesAll()
        ? Uni.createFrom().item(known)
        : artifacts.placeBehind(place, LOOKED_AT).map(end -> end.orElse(known));
  }

  private ChangeBatch batch(ArtifactPage page, long known, long end) {
    long through = page.more() ? page.artifacts().getLast().sequence() : end;
    return new ChangeBatch(page.artifacts(), known, through, head.traceparent(through));
  }

  private static CladeException outOfRange(long after, String rule) {
    return CladeException.invalidField(Reason.FIELD_OUT_OF_RANGE, "after_sequence", after, rule);
  }
}
