package dev.clade.lineage.server.similarity;

import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.lineage.server.testing.FakeEmbeddings;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.SimilarityServiceGrpc;
import dev.clade.lineage.v1.SimilarityServiceGrpc.SimilarityServiceBlockingStub;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.testing.RedisServer;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that asks a served version of the embedding. */
@QuarkusTestResource(RedisTestResource.class)
abstract class SimilarityServerTest extends LineageServerTest {
  @Inject FakeEmbeddings embeddings;
  @Inject VersionKeeper versions;

  protected RedisServer redis;

  SimilarityServiceBlockingStub similarity;

  @BeforeEach
  final void connectToSimilarity() {
    redis.start();
    similarity = SimilarityServiceGrpc.newBlockingStub(client.channel());
    onlyHas(model("x/unencoded"));
  }

  @AfterEach
  final void serveNothing() {
    embeddings.serveNone();
    eventually(() -> assertThat(versions.state().answering()).isEmpty());
  }

  /** Serves a version and waits until it answers. */
  final void serve(String id) {
    embeddings.serve(id);
    awaitAnswering(id);
  }

  final void awaitAnswering(String id) {
    eventually(() -> assertThat(versions.state().answering()).map(ServedVersion::id).hasValue(id));
  }

  static FindSimilarRequest.Builder like(String name) {
    return FindSimilarRequest.newBuilder().setName(name);
  }

  static CladeException failure(ThrowingCallable call) {
    return LineageClient.failure(catchThrowable(call));
  }
}
