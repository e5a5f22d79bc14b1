package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.image.ImageCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A queue in memory; tests say how it answers renewals and which image sets it has. */
final class FakeQueue implements EvaluationQueue {
  private final Deque<Lease> waiting = new ConcurrentLinkedDeque<>();
  private final Map<String, EvaluationReport> reports = new ConcurrentHashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final Map<String, byte[]> checkpoints = new ConcurrentHashMap<>();
  private final List<List<String>> renewals = new CopyOnWriteArrayList<>();
  private final List<String> fetches = new CopyOnWriteArrayList<>();
  private final List<String> released = new CopyOnWriteArrayList<>();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private Function<List<String>, Set<String>> renewal = _ -> Set.of();
  private Function<String, ImageCollection> imageSets = Map.<String, ImageCollection>of()::get;
  private Consumer<String> onReport = _ -> {};
  private Consumer<String> onRelease = _ -> {};
  private Runnable beforeKeeping = () -> {};

  void add(Lease lease) {
    waiting.add(lease);
  }

  /** Sets what renewals say: which leases have ended. */
  void setRenewal(Function<List<String>, Set<String>> renewal) {
    this.renewal = renewal;
  }

  void setImageSets(Function<String, ImageCollection> imageSets) {
    this.imageSets = imageSets;
  }

  /** Sets what happens when a lease was reported. */
  void setOnReport(Consumer<String> onReport) {
    this.onReport = onReport;
  }

  /** Sets what happens when a lease is given back. */
  void setOnRelease(Consumer<String> onRelease) {
    this.onRelease = onRelease;
  }

  /** Sets what happens just before a checkpoint is kept. */
  void setBeforeKeeping(Runnable beforeKeeping) {
    this.beforeKeeping = beforeKeeping;
  }

  /** Returns the leases of each renewal. */
  List<List<String>> renewals() {
    return renewals;
  }

  /** Returns the image sets and checkpoints that were fetched. */
  List<String> fetches() {
    return fetches;
  }

  /** Returns how many evaluations were leased at a time. */
  List<Integer> batches() {
    return batches;
  }

  List<String> released() {
    return released;
  }

  Map<String, EvaluationReport> reports() {
    return reports;
  }

  Map<String, String> failures() {
    return failures;
  }

  Map<String, byte[]> checkpoints() {
    return checkpoints;
  }

  @Override
  public List<Lease> lease(int most, Duration maxWait) {
    List<Lease> leases = new ArrayList<>();
    while (leases.size() < most && !waiting.isEmpty()) {
      leases.add(waiting.poll());
    }
    if (!leases.isEmpty()) {
      batches.add(leases.size());
    }
    return leases;
  }

  @Override
  public Set<String> renew(List<String> leases) {
    renewals.add(leases);
    return renewal.apply(leases);
  }

  @Override
  public boolean report(String lease, EvaluationReport report) {
    boolean counted = reports.putIfAbsent(lease, report) == null;
    onReport.accept(lease);
    return counted;
  }

  @Override
  public void reportFailure(String lease, String reason) {
    failures.put(lease, reason);
  }

  @Override
  public void release(String lease) {
    released.add(lease);
    onRelease.accept(lease);
  }

  @Override
  public ImageCollection imageSet(String name) {
    fetches.add(name);
    return imageSets.apply(name);
  }

  @Override
  public Optional<byte[]> checkpoint(String name) {
    fetches.add(name);
    return Optional.ofNullable(checkpoints.get(name));
  }

  @Override
  public boolean keepCheckpoint(String name, byte[] content) {
    beforeKeeping.run();
    return checkpoints.putIfAbsent(name, content) == null;
  }
}
