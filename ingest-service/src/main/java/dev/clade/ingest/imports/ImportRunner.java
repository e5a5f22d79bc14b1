package dev.clade.ingest.imports;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.feed.FeedHead;
import dev.clade.ingest.store.ImportLease;
import dev.clade.ingest.store.ImportQueue;
import dev.clade.ingest.store.ImportSource;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.upload.Spool;
import dev.clade.runtime.telemetry.BackgroundWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The lanes that an instance imports in. */
@ApplicationScoped
public class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);

  private final UUID holder = UUID.randomUUID();
  private final Map<String, ImportLane> lanes = new LinkedHashMap<>();
  private final ImportExecution execution;
  private final ImportQueue queue;
  private final ImportLease leases;
  private final FileSources files;
  private final Instance<LaneDefinitions> definitions;
  private final Spool spool;
  private final FeedHead feed;
  private final IngestConfig config;
  private final BackgroundWork background;

  @Inject
  ImportRunner(
      ImportExecution execution,
      ImportQueue queue,
      ImportLease leases,
      FileSources files,
      @Any Instance<LaneDefinitions> definitions,
      Spool spool,
      FeedHead feed,
      IngestConfig config,
      BackgroundWork background) {
    this.background = background;
    this.execution = execution;
    this.queue = queue;
    this.leases = leases;
    this.files = files;
    this.definitions = definitions;
    this.spool = spool;
    this.feed = feed;
    this.config = config;
  }

  /** Says that a lane has a new import, so that it need not wait for the next look. */
  public void wake(String lane) {
    ImportLane known = lanes.get(lane);
    if (known != null) {
      known.wake();
    }
  }

  /** Returns whether an instance of this configuration imports in a lane. */
  public boolean has(String lane) {
    return lanes.containsKey(lane);
  }

  void start(@Observes StartupEvent event) {
    sweep(Set.of());
    add(ImportSource.FILES, files, new SweepingFiles());
    for (LaneDefinitions others : definitions) {
      others.lanes().forEach(lane -> add(lane.lane(), lane.sources(), lane.hooks()));
    }
    lanes.values().forEach(ImportLane::start);
  }

  /** Stops between two batches; what is unfinished goes on at the next start. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    for (ImportLane lane : lanes.values()) {
      lane.stop();
    }
  }

  private void add(String name, BatchSources sources, LaneHooks hooks) {
    lanes.put(
        name,
        new ImportLane(
            name,
            holder,
            sources,
            execution,
            queue,
            leases,
            config,
            feed::advance,
            hooks,
            background));
  }

  private void sweep(Set<UUID> imported) {
    try {
      spool.sweep(imported, queue.forgetImportedUploads());
    } catch (SQLException e) {
      LOG.warnf("cleaning the spool folder waits for the database: %s", e.getMessage());
    }
  }

  /** Frees the disk of files that were imported. */
  private final class SweepingFiles implements LaneHooks {
    @Override
    public void completed(ImportTask task) {
      sweep(Set.of(task.uploadId()));
    }
  }
}
