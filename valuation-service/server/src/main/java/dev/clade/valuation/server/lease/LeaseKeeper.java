package dev.clade.valuation.server.lease;

import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.run.EndingRule;
import dev.clade.valuation.server.run.ProgressSignal;
import dev.clade.valuation.server.run.WorkSignal;
import dev.clade.valuation.server.store.LostLeases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Looks once a tick for leases that have ended, returns their evaluations to the queue, and wakes
 * who waits: other processes change the database too.
 */
@ApplicationScoped
public class LeaseKeeper {
  private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

  private final LostLeases lost;
  private final EndingRule ending;
  private final WorkSignal work;
  private final ProgressSignal progress;
  private final ValuationConfig config;
  private final LeaseMeters meters;
  private final AtomicBoolean failing = new AtomicBoolean();
  private Cancellable ticking = () -> {};

  @Inject
  LeaseKeeper(
      LostLeases lost,
      EndingRule ending,
      WorkSignal work,
      ProgressSignal progress,
      ValuationConfig config,
      LeaseMeters meters) {
    this.meters = meters;
    this.lost = lost;
    this.ending = ending;
    this.work = work;
    this.progress = progress;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    ticking =
        Multi.createFrom()
            .ticks()
            .every(config.tick())
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(_ -> tick())
            .subscribe()
            .with(_ -> {});
  }

  void stop(@Observes ShutdownEvent event) {
    ticking.cancel();
  }

  private Uni<Void> tick() {
    return lost.end(ending)
        .invoke(
            count -> {
              failing.set(false);
              if (count > 0) {
                meters.lost(count);
                LOG.infof("%d leases ended without a report", count);
              }
            })
        .replaceWithVoid()
        .onFailure()
        .invoke(this::logOnce)
        .onFailure()
        .recoverWithNull()
        .invoke(
            () -> {
              work.fire();
              progress.fire();
            });
  }

  /** A database that is away is told of once, not once a tick. */
  private void logOnce(Throwable failure) {
    if (!failing.getAndSet(true)) {
      LOG.warnf("cannot look for ended leases, will try again: %s", failure);
    }
  }
}
