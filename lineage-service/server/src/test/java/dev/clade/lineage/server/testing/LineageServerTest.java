package dev.clade.lineage.server.testing;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.Artifact;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.LineageServiceGrpc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that calls the server, which runs once for all tests and follows one fake catalogue. */
@QuarkusTestResource(CatalogueResource.class)
public abstract class LineageServerTest {
  protected FakeCatalogue catalogue;
  protected CatalogueResource process;
  protected LineageClient client;
  protected LineageServiceGrpc.LineageServiceBlockingStub lineage;

  @TestHTTPResource URL server;

  @BeforeEach
  final void connect() {
    client = new LineageClient(server);
    lineage = client.stub();
  }

  @AfterEach
  final void hangUp() {
    client.close();
  }

  /** Empties the catalogue, fills it with artifacts, and waits until the server has them. */
  protected final void onlyHas(Artifact... artifacts) {
    catalogue.restore();
    awaitApplied(0);
    catalogue.store(artifacts);
    awaitApplied(artifacts.length);
  }

  /** Waits until the server follows and answers include a change, and none after it. */
  protected final void awaitApplied(long sequence) {
    eventually(
        () -> {
          assertThat(position().getFollowing()).isTrue();
          assertThat(position().getAppliedSequence()).isEqualTo(sequence);
        });
  }

  /** Returns the server's position. */
  protected final GetPositionResponse position() {
    return lineage.getPosition(GetPositionRequest.getDefaultInstance());
  }
}
