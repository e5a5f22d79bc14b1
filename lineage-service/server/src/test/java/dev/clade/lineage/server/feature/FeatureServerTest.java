package dev.clade.lineage.server.feature;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordReader;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.Provenance;
import dev.clade.hub.v1.RelationType;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.Repository;
import dev.clade.lineage.server.testing.FakeActivity;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.CreateFeatureSetRequest;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.EmbeddingServiceGrpc.EmbeddingServiceBlockingStub;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.testing.PostgresServer;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** A test that asks for feature sets of a hub of five repositories. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
public abstract class FeatureServerTest extends LineageServerTest {
  protected FakeActivity activity;
  protected PostgresServer postgres;
  protected EmbeddingServiceBlockingStub embeddings;

  @BeforeEach
  final void fill() throws ParseException {
    embeddings = EmbeddingServiceGrpc.newBlockingStub(client.channel());
    onlyHas(
        model("x/base"),
        model("x/child", "x/base"),
        artifact("datasets/x/data"),
        artifact(
            "models/x/trained",
            relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/x/data"),
            relation(RelationType.RELATION_TYPE_PAPER, "papers/1810.04805")),
        artifact("spaces/x/demo", relation(RelationType.RELATION_TYPE_USED_IN, "models/x/child")));
    activity.clear();
    activity.store(
        Repository.newBuilder()
            .setName("models/x/base")
            .setCreateTime(Timestamps.parse("2023-01-31T00:00:00Z"))
            .setTask("translation")
            .setLibrary("transformers")
            .addLicenses("mit")
            .addTags("translation")
            .addTags("en")
            .setSizeBytes(123)
            .build());
    activity.store(
        Repository.newBuilder()
            .setName("models/x/child")
            .setCreateTime(Timestamps.parse("2024-01-31T00:00:00Z"))
            .setTask("translation")
            .build());
    activity.store(Repository.newBuilder().setName("models/x/trained").build());
    activity.store(
        Repository.newBuilder()
            .setName("models/x/gone")
            .setAvailability(Availability.AVAILABILITY_DELETED)
            .build());
    activity.store(Repository.newBuilder().setName("datasets/x/data").build());
    activity.store(Repository.newBuilder().setName("spaces/x/demo").build());
    activity.storeCard("models/x/base", "# Base\nIt translates.");
    activity.storeCard("models/x/gone", "nothing");
    activity.storeCard("spaces/x/demo", "A demo.");
    activity.store("models/x/base", commit("2023-02-01T00:00:00Z", "ann"));
    activity.store("models/x/base", commit("2024-02-01T00:00:00Z", "bob"));
    activity.store("models/x/child", commit("2024-02-02T00:00:00Z", "ann"));
    activity.store("models/x/base", counts("2023-03-01T00:00:00Z", 7));
    activity.store("models/x/base", counts("2024-03-01T00:00:00Z", 9));
  }

  private static Commit commit(String time, String author) throws ParseException {
    return Commit.newBuilder().setCommitTime(Timestamps.parse(time)).addAuthors(author).build();
  }

  private static DatedCounts counts(String time, long downloads) throws ParseException {
    return DatedCounts.newBuilder()
        .setProvenance(Provenance.newBuilder().setSnapshotTime(Timestamps.parse(time)))
        .setDownloadCount(downloads)
        .setLikeCount(1)
        .build();
  }

  /** Returns a request with an id of its own. */
  protected static CreateFeatureSetRequest.Builder wish() {
    return CreateFeatureSetRequest.newBuilder().setRequestId(UUID.randomUUID().toString());
  }

  /** Asks for a set. */
  protected final FeatureSet create(CreateFeatureSetRequest.Builder request) {
    return embeddings.createFeatureSet(request.build()).getFeatureSet();
  }

  /** Waits until a set is no longer being made. */
  protected final FeatureSet ended(FeatureSet set) {
    eventually(() -> assertThat(get(set).getState()).isNotEqualTo(FeatureSet.State.STATE_MAKING));
    return get(set);
  }

  /** Asks for a set and waits until it is made. */
  protected final FeatureSet made(CreateFeatureSetRequest.Builder request) {
    FeatureSet set = ended(create(request));
    assertThat(set.getState()).as(set.getFailure()).isEqualTo(FeatureSet.State.STATE_READY);
    return set;
  }

  /** Returns where a set stands. */
  protected final FeatureSet get(FeatureSet set) {
    return embeddings
        .getFeatureSet(GetFeatureSetRequest.newBuilder().setName(set.getName()).build())
        .getFeatureSet();
  }

  /** Returns the file of a set. */
  protected final ByteString content(FeatureSet set) {
    ByteString[] content = {ByteString.EMPTY};
    embeddings
        .streamFeatureSet(StreamFeatureSetRequest.newBuilder().setName(set.getName()).build())
        .forEachRemaining(part -> content[0] = content[0].concat(part.getChunk()));
    return content[0];
  }

  /** Returns the records of a set. */
  protected final List<RepositoryRecord> records(FeatureSet set) throws IOException {
    List<RepositoryRecord> records = new ArrayList<>();
    new RecordReader(content(set).newInput()).forEach(records::add);
    return records;
  }

  /** Returns how a call fails. */
  protected static CladeException failure(ThrowingCallable call) {
    CladeException[] found = new CladeException[1];
    assertThatThrownBy(call).satisfies(thrown -> found[0] = LineageClient.failure(thrown));
    return found[0];
  }

  /** Changes rows of the database, and returns how many. */
  protected final int change(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement change = connection.createStatement()) {
      return change.executeUpdate(statement);
    }
  }

  /** Asks the database for a number. */
  protected final long number(String question) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), PostgresServer.CLADE, PostgresServer.CLADE);
  }
}
