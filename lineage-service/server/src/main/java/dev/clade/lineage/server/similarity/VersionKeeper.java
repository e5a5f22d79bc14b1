package dev.clade.lineage.server.similarity;

import dev.clade.lineage.server.embedding.EmbeddingSource;
import dev.clade.lineage.server.embedding.ServedEmbedding;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the served version in memory. One that cannot be loaded is told, and the one before goes on
 * answering; so it does while nobody can tell which one is served.
 */
@Singleton
public final class VersionKeeper {
  private static final Logger LOG = Logger.getLogger(VersionKeeper.class);

  private final EmbeddingSource source;
  private final SimilaritySettings settings;
  private final Timer loads;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lineage-embedding").factory());

  private volatile State state = new State(Optional.empty(), Optional.empty(), Optional.empty());
  private long retryAt;

  /**
   * What is known of the served version.
   *
   * @param answering the version that answers
   * @param awaited identifier of the one that is to take its place
   * @param failure why that one could not be loaded, for logs and probes
   */
  public record State(
      Optional<ServedVersion> answering, Optional<String> awaited, Optional<String> failure) {}

  @Inject
  VersionKeeper(EmbeddingSource source, SimilaritySettings settings, Meters meters) {
    this.source = source;
    this.settings = settings;
    loads = meters.timer(Metric.EMBEDDING_LOAD);
    meters.gauge(
        Metric.EMBEDDING_REPOSITORIES,
        this,
        keeper -> keeper.state.answering().map(each -> each.answers().count()).orElse(0));
    meters.gauge(
        Metric.EMBEDDING_BYTES,
        this,
        keeper -> keeper.state.answering().map(each -> each.answers().bytes()).orElse(0L));
    meters.gauge(
        Metric.EMBEDDING_FAILING, this, keeper -> keeper.state.failure().isPresent() ? 1 : 0);
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(this::look, 0, settings.look().toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopped) {
    thread.shutdownNow();
  }

  /** Returns what is known. */
  public State state() {
    return state;
  }

  /**
   * Returns the version that answers.
   *
   * @throws CladeException {@link Reason#EMBEDDING_MISSING} when none is served, {@link
   *     Reason#NOT_READY} while the first one is being loaded
   */
  public ServedVersion ready() {
    State now = state;
    if (now.answering().isEmpty() && now.awaited().isPresent()) {
      throw new CladeException(
          Reason.NOT_READY,
          "the version of the embedding is still being loaded; try again",
          Map.of());
    }
    return now.answering()
        .orElseThrow(
            () ->
                new CladeException(
                    Reason.EMBEDDING_MISSING, "no version of the embedding is served", Map.of()));
  }

  private void look() {
    try {
      Optional<ServedEmbedding> embedding = source.served();
      Optional<String> served = embedding.map(ServedEmbedding::id);
      if (served.equals(state.answering().map(ServedVersion::id))) {
        state = new State(state.answering(), Optional.empty(), Optional.empty());
      } else if (served.isEmpty()) {
        state = new State(Optional.empty(), Optional.empty(), Optional.empty());
      } else if (!served.equals(state.awaited())
          || state.failure().isEmpty()
          || System.nanoTime() - retryAt >= 0) {
        load(embedding.orElseThrow());
      }
    } catch (RuntimeException e) {
      // The version that answers goes on; the next look may be luckier.
      LOG.debug("which version of the embedding is served is not known now", e);
    }
  }

  private void load(ServedEmbedding embedding) {
    String id = embedding.id();
    state = new State(state.answering(), Optional.of(id), Optional.empty());
    try {
      ServedVersion version = loads.record(() -> VersionReader.read(source, embedding));
      state = new State(Optional.of(version), Optional.empty(), Optional.empty());
      LOG.infof(
          "answers come from version %s of the embedding, %,d repositories",
          id, version.answers().count());
    } catch (RuntimeException | OutOfMemoryError e) {
      state = new State(state.answering(), Optional.of(id), Optional.of(e.toString()));
      retryAt = System.nanoTime() + settings.retry().toNanos();
      LOG.warnf(e, "version %s of the embedding cannot be loaded", id);
    }
  }
}
