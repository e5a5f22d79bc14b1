package dev.clade.local.bench;

import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Folders;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.error.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Stops the service in an orderly way and starts it again. */
final class Restarts {
  private static final int CHECKED = 50;
  private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

  private final HubService service;
  private final Hub hub;
  private final Random random;
  private final PlainWalk walk = new PlainWalk();
  private final AnswerCheck check = new AnswerCheck(walk);

  /**
   * A restart.
   *
   * @param stopSeconds from asking the process to end until it has
   * @param answerSeconds from starting the process until the answer about the newest artifact
   * @param after last change that the service had when it asked for the feed
   * @param head last change of the feed
   * @param right whether the answer was right, and some about other artifacts
   */
  record Restart(double stopSeconds, double answerSeconds, long after, long head, boolean right) {}

  Restarts(HubService service, Hub hub, long seed) {
    this.service = service;
    this.hub = hub;
    this.random = new Random(seed);
    walk.take(hub, 0, service.feed().head());
  }

  /** Restarts on the file that the service leaves, with some more changes in the feed. */
  Restart withFile(int changes) {
    double stopSeconds = stop();
    long before = service.feed().head();
    service.feed().setHead(before + changes);
    walk.take(hub, before, before + changes);
    Restart restart = start(stopSeconds);
    // What the file has is not asked for again; without one it is all.
    boolean fits = restart.after == before || restart.after == 0;
    return fits ? restart : wrong(restart);
  }

  /** Restarts after taking the file away. */
  Restart withoutFile() throws IOException {
    double stopSeconds = stop();
    Folders.delete(service.data());
    Restart restart = start(stopSeconds);
    return restart.after == 0 ? restart : wrong(restart);
  }

  private static Restart wrong(Restart found) {
    return new Restart(found.stopSeconds, found.answerSeconds, found.after, found.head, false);
  }

  private double stop() {
    long start = System.nanoTime();
    service.mesh().mesh().process(Service.LINEAGE).close();
    return (System.nanoTime() - start) / 1e9;
  }

  private Restart start(double stopSeconds) {
    int opened = service.feed().opened().size();
    long head = service.feed().head();
    String newest = hub.name(Math.toIntExact(head - 1));
    long start = System.nanoTime();
    service.mesh().mesh().restart(Service.LINEAGE);
    GetLineageResponse answer = askOnceKnown(newest);
    double answerSeconds = (System.nanoTime() - start) / 1e9;
    boolean right = answer.getSnapshotSequence() == head && check.isRight(newest, answer);
    for (int i = 0; i < CHECKED; i++) {
      String other = hub.name(random.nextInt(Math.toIntExact(head)));
      right &= check.isRight(other, ask(other));
    }
    long after = service.feed().opened().get(opened);
    return new Restart(stopSeconds, answerSeconds, after, head, right);
  }

  /** The service answers from the file at once; what came since is in it a little later. */
  private GetLineageResponse askOnceKnown(String name) {
    long end = System.nanoTime() + LONGEST_CATCH_UP.toNanos();
    while (true) {
      try {
        return ask(name);
      } catch (CallFailure e) {
        boolean isEarly = e.reason().equals(Optional.of(Reason.ARTIFACT_NOT_FOUND));
        if (!isEarly || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private GetLineageResponse ask(String name) {
    MeshClient client = service.mesh().client();
    return client.call(
        Service.LINEAGE, () -> client.lineage().getLineage(LineageQuestion.of(name)));
  }
}
