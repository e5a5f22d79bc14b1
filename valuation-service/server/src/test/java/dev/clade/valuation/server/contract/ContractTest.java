package dev.clade.valuation.server.contract;

import dev.clade.valuation.server.LeaseHistory;
import dev.clade.valuation.server.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running service, a client and a worker. */
abstract class ContractTest extends ServerTest {
  Mesh mesh;
  FakeWorker worker;

  @BeforeEach
  void connect() {
    mesh = new Mesh(server);
    worker = new FakeWorker(mesh.workers(), "worker-1");
  }

  @AfterEach
  void disconnect() {
    mesh.close();
    new LeaseHistory(pool).requireClaim();
  }
}
