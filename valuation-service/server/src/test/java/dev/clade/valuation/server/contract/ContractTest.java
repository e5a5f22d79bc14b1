package dev.clade.valuation.server.contract;

import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running service, a client, a worker and an empty database for each test. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
abstract class ContractTest {
  @TestHTTPResource URI server;
  @Inject Pool pool;

  Mesh mesh;
  FakeWorker worker;

  @BeforeEach
  void connect() {
    pool.query("TRUNCATE valuation.image_set CASCADE").execute().await().indefinitely();
    mesh = new Mesh(server);
    worker = new FakeWorker(mesh.workers(), "worker-1");
  }

  @AfterEach
  void disconnect() {
    mesh.close();
  }
}
