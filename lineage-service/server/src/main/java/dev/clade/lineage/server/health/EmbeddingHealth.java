package dev.clade.lineage.server.health;

import dev.clade.lineage.server.similarity.ServedVersion;
import dev.clade.lineage.server.similarity.VersionKeeper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which version of the embedding answers. It is always up: walks need no embedding, and a
 * version that cannot be loaded leaves the one before.
 */
@Readiness
@Singleton
public final class EmbeddingHealth implements HealthCheck {
  private final VersionKeeper versions;

  /** Creates the check of what a keeper holds. */
  @Inject
  public EmbeddingHealth(VersionKeeper versions) {
    this.versions = versions;
  }

  /** Returns the version that answers, the one that is awaited, and whether that one failed. */
  @Override
  public HealthCheckResponse call() {
    VersionKeeper.State state = versions.state();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("embedding").up();
    state.answering().map(ServedVersion::id).ifPresent(id -> response.withData("version", id));
    state.awaited().ifPresent(id -> response.withData("awaited", id));
    return response.withData("failing", state.failure().isPresent()).build();
  }
}
