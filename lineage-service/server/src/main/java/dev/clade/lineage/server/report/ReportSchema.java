package dev.clade.lineage.server.report;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;

/**
 * Brings the database's schema up to date before it is first used, not when the server starts: the
 * graph answers without a database.
 */
@Singleton
public final class ReportSchema {
  private final Flyway flyway;
  private volatile boolean isCurrent;

  @Inject
  ReportSchema(Flyway flyway) {
    this.flyway = flyway;
  }

  /** Returns when the schema is up to date; fails when the database cannot be reached. */
  Uni<Void> ready() {
    return isCurrent
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .<Void>item(
                () -> {
                  migrate();
                  return null;
                })
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private synchronized void migrate() {
    if (!isCurrent) {
      flyway.migrate();
      isCurrent = true;
    }
  }
}
