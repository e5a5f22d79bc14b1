package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.image.ImageCollection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A queue in memory; tests say how it answers renewals and which image sets it has. */
final class FakeQueue implements EvaluationQueue {
  private final Supplier<Duration> renewal;
  private final Deque<Lease> waiting = new ArrayDeque<>();
  private final Map<String, EvaluationReport> reports = new ConcurrentHashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final AtomicInteger renewals = new AtomicInteger();
  private final AtomicInteger fetches = new AtomicInteger();
  private Function<String, ImageCollection> imageSets = Map.<String, ImageCollection>of()::get;

  FakeQueue(Supplier<Duration> renewal) {
    this.renewal = renewal;
  }

  void add(Lease lease) {
    waiting.add(lease);
  }

  void setImageSets(Function<String, ImageCollection> imageSets) {
    this.imageSets = imageSets;
  }

  int renewals() {
    return renewals.get();
  }

  int fetches() {
    return fetches.get();
  }

  Map<String, EvaluationReport> reports() {
    return reports;
  }

  Map<String, String> failures() {
    return failures;
  }

  @Override
  public Optional<Lease> lease(Duration maxWait) {
    return Optional.ofNullable(waiting.poll());
  }

  @Override
  public Duration renew(String lease) {
    renewals.incrementAndGet();
    return renewal.get();
  }

  @Override
  public boolean report(String lease, EvaluationReport report) {
    return reports.putIfAbsent(lease, report) == null;
  }

  @Override
  public void reportFailure(String lease, String reason) {
    failures.put(lease, reason);
  }

  @Override
  public ImageCollection imageSet(String name) {
    fetches.incrementAndGet();
    return imageSets.apply(name);
  }
}
