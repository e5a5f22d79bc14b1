package dev.clade.lineage.server.feature;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.file.FileChunks;
import dev.clade.lineage.server.file.FileSink;
import dev.clade.lineage.server.file.StoredFile;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.report.CatalogueSource;
import dev.clade.lineage.server.work.LeasedWorker;
import dev.clade.lineage.server.work.Waiting;
import dev.clade.lineage.server.work.WorkQueue;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes feature sets, one at a time on a thread of its own. */
@Singleton
@Startup
public final class FeatureSetRunner implements WorkQueue<FeatureSet> {
  private final FeatureSetStore store;
  private final FileChunks chunks;
  private final GraphKeeper graph;
  private final CatalogueSource catalogue;
  private final FeatureSettings settings;
  private final Meters meters;
  private final LeasedWorker<FeatureSet> worker;

  @Inject
  FeatureSetRunner(
      FeatureSetStore store,
      FileChunks chunks,
      GraphKeeper graph,
      CatalogueSource catalogue,
      FeatureSettings settings,
      Meters meters) {
    this.store = store;
    this.chunks = chunks;
    this.graph = graph;
    this.catalogue = catalogue;
    this.settings = settings;
    this.meters = meters;
    this.worker = new LeasedWorker<>(this, settings.lease(), settings.pause());
  }

  @PreDestroy
  void close() {
    worker.close();
  }

  /** Looks for a set to make. */
  void wake() {
    worker.wake();
  }

  @Override
  public String name() {
    return "feature-set";
  }

  @Override
  public String id(FeatureSet set) {
    return set.id();
  }

  /** Before the graph is read nothing can be made. */
  @Override
  public Uni<Optional<FeatureSet>> take(UUID holder, Duration lease) {
    return graph.isReady() ? store.take(holder, lease) : Uni.createFrom().item(Optional.empty());
  }

  @Override
  public Uni<Boolean> renew(FeatureSet set, UUID holder, Duration lease) {
    return store.renew(set.id(), holder, lease);
  }

  @Override
  public Uni<Void> fail(FeatureSet set, UUID holder, CladeException why) {
    return store.fail(set.id(), holder, why);
  }

  @Override
  public void run(FeatureSet set, UUID holder) {
    long start = System.nanoTime();
    Waiting.on(chunks::sweep);
    GraphSnapshot snapshot = graph.ready();
    FileSink target = new FileSink(chunks);
    boolean kept = false;
    try (HubRecords records = new HubRecords(catalogue.open(settings.readDeadline()), chunks)) {
      FeatureSetWriter writer =
          new FeatureSetWriter(
              set,
              target,
              (count, bytes) -> Waiting.on(() -> store.progress(set.id(), holder, count, bytes)));
      records.read(
          new DeclaredRelations(snapshot, set.snapshotTime()), set.createTime(), writer::write);
      long count = writer.finish();
      StoredFile file = target.finish();
      kept = Waiting.on(() -> store.finish(set.id(), holder, snapshot.sequence(), count, file));
    } catch (IOException e) {
      throw new UncheckedIOException("files of the database end where they should", e);
    } finally {
      if (!kept) {
        target.discard();
      }
    }
    meters.timer(Metric.FEATURE_SET).record(Duration.ofNanos(System.nanoTime() - start));
  }
}
