package dev.clade.local.bench;

import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageServiceGrpc.LineageServiceStub;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a fixed rate, whether or not the calls before have been answered. A call counts from
 * when it was due, so a service that stops for a second is seen by every call of that second.
 */
final class OpenLoop {
  private static final int KEPT_EACH = 50;
  private static final long LONGEST_WAIT_SECONDS = 90;

  private final LineageServiceStub service;
  private final int callsPerSecond;
  private final Map<String, GetLineageResponse> kept = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  OpenLoop(LineageServiceStub service, int callsPerSecond) {
    this.service = service;
    this.callsPerSecond = callsPerSecond;
  }

  /** Asks about some artifacts, once each, and returns when all are answered. */
  Latencies run(GetLineageRequest[] requests) throws InterruptedException {
    long[] nanos = new long[requests.length];
    CountDownLatch open = new CountDownLatch(requests.length);
    long start = System.nanoTime();
    for (int i = 0; i < requests.length; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      service.getLineage(requests[i], new Call(requests[i], i, due, nanos, open));
    }
    if (!open.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("%,d calls were not answered".formatted(open.getCount()));
    }
    return Latencies.of(nanos);
  }

  /** Returns every fiftieth answer by the name that was asked about. */
  Map<String, GetLineageResponse> kept() {
    return kept;
  }

  /** Returns how many calls failed. */
  int failures() {
    return failures.get();
  }

  /** A call that is on its way. */
  private final class Call implements StreamObserver<GetLineageResponse> {
    private final GetLineageRequest request;
    private final int number;
    private final long due;
    private final long[] nanos;
    private final CountDownLatch open;

    Call(GetLineageRequest request, int number, long due, long[] nanos, CountDownLatch open) {
      this.request = request;
      this.number = number;
      this.due = due;
      this.nanos = nanos;
      this.open = open;
    }

    @Override
    public void onNext(GetLineageResponse answer) {
      if (number % KEPT_EACH == 0) {
        kept.put(request.getNames(0), answer);
      }
    }

    @Override
    public void onError(Throwable failure) {
      failures.incrementAndGet();
      end();
    }

    @Override
    public void onCompleted() {
      end();
    }

    private void end() {
      nanos[number] = System.nanoTime() - due;
      open.countDown();
    }
  }
}
