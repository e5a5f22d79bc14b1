package dev.clade.runtime.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL:
 * {@code @QuarkusTestResource(PostgresTestResource.class)}. A field of type {@link PostgresServer}
 * in the test class receives the server, so that a test can stop and start it.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
  private PostgresServer server;

  @Override
  public Map<String, String> start() {
    server = new PostgresServer();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        server.jdbcUrl(),
        "quarkus.datasource.reactive.url",
        server.reactiveUrl(),
        "quarkus.datasource.username",
        PostgresServer.CLADE,
        "quarkus.datasource.password",
        PostgresServer.CLADE);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(server, new TestInjector.MatchesType(PostgresServer.class));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }
}
