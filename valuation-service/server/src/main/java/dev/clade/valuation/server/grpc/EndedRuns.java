package dev.clade.valuation.server.grpc;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.clade.runtime.cache.MessageCache;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.run.RunService;
import dev.clade.valuation.v1.Valuation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Returns runs; one that has succeeded never changes and is read from the shared cache. Others that
 * have ended may be resumed.
 */
@ApplicationScoped
public class EndedRuns {
  private static final Duration TIME_TO_LIVE = Duration.ofDays(1);
  private static final int MOST_KNOWN = 100_000;

  private final RunService runs;
  private final MessageCache cache;

  /**
   * Runs of which this process knows that they have succeeded: only those are asked of the cache.
   */
  private final Cache<UUID, Boolean> ended =
      CacheBuilder.newBuilder().maximumSize(MOST_KNOWN).build();

  @Inject
  EndedRuns(RunService runs, MessageCache cache) {
    this.runs = runs;
    this.cache = cache;
  }

  /** Returns a run with its values so far. */
  public Uni<Valuation> get(UUID id) {
    if (ended.getIfPresent(id) != null) {
      return cache.get(
          "valuation/run/" + id,
          Valuation.parser(),
          TIME_TO_LIVE,
          () -> runs.get(id).map(RunMessages::withValues));
    }
    return runs.get(id)
        .invoke(
            run -> {
              if (run.run().state() == RunState.SUCCEEDED) {
                ended.put(id, true);
              }
            })
        .map(RunMessages::withValues);
  }
}
