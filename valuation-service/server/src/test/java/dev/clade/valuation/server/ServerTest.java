package dev.clade.valuation.server;

import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import dev.clade.valuation.server.lineage.LineageTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/**
 * A running service with a real PostgreSQL and Redis, empty before each test, and a fake lineage.
 */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
@QuarkusTestResource(LineageTestResource.class)
public abstract class ServerTest {
  /** Where the service listens. */
  @TestHTTPResource protected URI server;

  /** Its database. */
  @Inject protected Pool pool;

  @BeforeEach
  void emptyDatabase() {
    pool.query("TRUNCATE valuation.image_set CASCADE").execute().await().indefinitely();
  }
}
