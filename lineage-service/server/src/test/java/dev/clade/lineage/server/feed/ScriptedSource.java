package dev.clade.lineage.server.feed;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.ArtifactRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;

/** A feed that sends what a test says, when it was requested; counts what it is asked for. */
final class ScriptedSource implements ChangeSource {
  private final List<Long> opened = new ArrayList<>();
  private final Queue<ChangeBatch> waiting = new ArrayDeque<>();
  private Flow.Subscriber<? super ChangeBatch> subscriber;
  private long requested;

  @Override
  public synchronized Flow.Publisher<ChangeBatch> changesAfter(long sequence) {
    opened.add(sequence);
    return newSubscriber -> {
      open(newSubscriber);
      newSubscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {
              requestMore(count);
            }

            @Override
            public void cancel() {
              open(null);
            }
          });
    };
  }

  /** Sends models {@code x/first} to {@code x/last}, each a change, once they are requested. */
  synchronized void send(long first, long last, long head) {
    List<ArtifactRecord> records =
        LongStream.rangeClosed(first, last)
            .mapToObj(number -> new ArtifactRecord(ArtifactName.model("x/" + number), List.of()))
            .toList();
    waiting.add(new ChangeBatch(records, last, head, ""));
    deliver();
  }

  synchronized void fail(Throwable failure) {
    Flow.Subscriber<? super ChangeBatch> failed = subscriber;
    open(null);
    failed.onError(failure);
  }

  synchronized List<Long> opened() {
    return List.copyOf(opened);
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized void open(Flow.Subscriber<? super ChangeBatch> newSubscriber) {
    subscriber = newSubscriber;
    requested = 0;
    waiting.clear();
  }

  private synchronized void requestMore(long count) {
    requested += count;
    deliver();
  }

  private void deliver() {
    while (requested > 0 && !waiting.isEmpty()) {
      requested--;
      subscriber.onNext(waiting.remove());
    }
  }
}
