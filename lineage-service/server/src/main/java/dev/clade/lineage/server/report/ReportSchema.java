package dev.clade.lineage.server.report;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings the database's schema up to date before it is first used, or sees that it is; not when the
 * server starts, since the graph answers without a database.
 */
@Singleton
public final class ReportSchema {
  private final Flyway flyway;
  private final boolean migrates;
  private volatile boolean isCurrent;

  @Inject
  ReportSchema(Flyway flyway, ReportSettings settings) {
    this.flyway = flyway;
    this.migrates = settings.migrate();
  }

  /**
   * Returns when the schema is up to date. Fails when the database cannot be reached, and with
   * {@link Reason#NOT_READY} when the schema is old and migrated by something else.
   */
  public Uni<Void> ready() {
    return isCurrent
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .<Void>item(
                () -> {
                  prepare();
                  return null;
                })
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private synchronized void prepare() {
    if (isCurrent) {
      return;
    }
    if (migrates) {
      flyway.migrate();
    } else if (!flyway.validateWithResult().validationSuccessful) {
      throw new CladeException(
          Reason.NOT_READY, "the schema is not migrated yet; try again", Map.of());
    }
    isCurrent = true;
  }
}
