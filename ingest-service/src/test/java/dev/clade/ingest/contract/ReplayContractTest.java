package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertFails;
import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.ReplayQuarantineRequest;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refused records read again. A fix of the rules is played by mending the records instead. */
@QuarkusTest
class ReplayContractTest extends IngestTest {
  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int mostConnections;

  @Inject DataSource connections;
  PostgresServer postgres;
  private Tables tables;

  @BeforeEach
  void openTables() {
    tables = new Tables(postgres);
  }

  @Test
  void recordsThatAreAcceptedNowEnterTheCatalogue() {
    Operation done =
        client.importText(
            "models.tsv",
            HEADER
                + row("replay/good", 1, "")
                + row("replay/mended", -1, "base_model:replay/good")
                + row("replay bad", 1, "")
                + row("replay/same", -1, ""));
    mend(done, 3, row("replay/mended", 1, "base_model:replay/good"));
    mend(done, 5, row("replay/good", 1, ""));
    GetCatalogueStatsResponse before = stats();

    ReplayQuarantineResponse replayed = replay(done.getName());

    assertThat(replayed).isEqualTo(counted(3, 2, 1));
    assertThat(counts(done))
        .isEqualTo(
            ImportCounts.newBuilder()
                .setRecords(4)
                .setCreated(2)
                .setUnchanged(1)
                .setQuarantined(1)
                .build());
    GetCatalogueStatsResponse after = stats();
    assertThat(after.getHeadSequence()).isEqualTo(before.getHeadSequence() + 1);
    assertThat(after.getArtifactCount()).isEqualTo(before.getArtifactCount() + 1);
    assertThat(after.getRelationCount()).isEqualTo(before.getRelationCount() + 1);
    assertThat(after.getQuarantinedRecordCount()).isEqualTo(before.getQuarantinedRecordCount() - 2);
    assertThat(quarantined(done)).extracting(QuarantinedRecord::getLine).containsExactly(4L);
    assertThat(
            client
                .catalogue()
                .getArtifact(
                    GetArtifactRequest.newBuilder().setName("models/replay/mended").build())
                .getArtifact()
                .getImport())
        .isEqualTo(done.getName());
    assertThat(replay(done.getName())).isEqualTo(counted(1, 0, 1));
    assertThat(stats()).isEqualTo(after);
  }

  @Test
  void whyARecordIsStillRefusedIsToldByThePresentRules() {
    Operation done = client.importText("models.jsonl", "{\"id\":\"json/a\",\"downloads\":-1}\n{\n");
    mend(done, 1, "{\"id\":\"json a\"}");
    mend(done, 2, "{\"id\":\"json/b\"}");

    assertThat(replay(done.getName())).isEqualTo(counted(2, 1, 1));

    QuarantinedRecord left = quarantined(done).getFirst();
    assertThat(left.getField()).isEqualTo("id");
    assertThat(left.getReason()).isEqualTo("FIELD_MALFORMED");
    assertThat(left.getRaw().toStringUtf8()).isEqualTo("{\"id\":\"json a\"}");
  }

  @Test
  void recordsThatWereNotKeptWholeStay() {
    Operation done =
        client.importText(
            "models.tsv", HEADER + row("long/a", -1, "x".repeat(70_000)) + row("long/b", -1, ""));

    assertThat(replay(done.getName())).isEqualTo(counted(1, 0, 2));
    assertThat(quarantined(done)).hasSize(2);
  }

  @Test
  void withoutTheirHeaderTheRecordsOfATableStay() {
    Operation done = client.importText("models.tsv", HEADER + row("headless/a", -1, ""));
    mend(done, 2, row("headless/a", 1, ""));
    tables.run("UPDATE ingest.import SET header = NULL WHERE id = ?", id(done));

    assertThat(replay(done.getName())).isEqualTo(counted(0, 0, 1));
  }

  @Test
  void recordsOfAHubAreReadAsTheKindTheyAreOf() {
    Operation done =
        client.importText(
            "models.jsonl", "{\"id\":\"hub a\"}\n{\"id\":\"hub b\"}\n{\"id\":\"hub c\"}");
    tables.run("UPDATE ingest.import SET format = NULL, kind = NULL WHERE id = ?", id(done));
    mend(done, 1, "{\"id\":\"hub/a\"}");
    mend(done, 2, "{\"id\":\"hub/b\"}");
    tables.run(
        "UPDATE ingest.quarantined_record SET kind = 'DATASET' WHERE import_id = ? AND line = 1",
        id(done));
    tables.run(
        "UPDATE ingest.quarantined_record SET kind = 'SPACE' WHERE import_id = ? AND line = 2",
        id(done));

    assertThat(replay(done.getName())).isEqualTo(counted(2, 2, 1));

    for (String name : List.of("datasets/hub/a", "spaces/hub/b")) {
      GetArtifactRequest request = GetArtifactRequest.newBuilder().setName(name).build();
      assertThat(client.catalogue().getArtifact(request).getArtifact().getName()).isEqualTo(name);
    }
  }

  @Test
  void moreRecordsThanOneTransactionTakesAreAllReplayed() {
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = 0; i < 450; i++) {
      table.append(row("many/" + i, -1, ""));
    }
    Operation done = client.importText("models.tsv", table.toString());
    for (int i = 0; i < 450; i += 3) {
      mend(done, i + 2, row("many/" + i, 1, ""));
    }

    assertThat(replay(done.getName())).isEqualTo(counted(450, 150, 300));
    assertThat(counts(done).getCreated()).isEqualTo(150);
    assertThat(counts(done).getQuarantined()).isEqualTo(300);
  }

  @Test
  void replaysBesideEachOtherAndBesideAnImportCountEachRecordOnce() throws Exception {
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = 0; i < 600; i++) {
      table.append(row("beside/" + i, -1, ""));
    }
    Operation done = client.importText("models.tsv", table.toString());
    tables.run(
        """
        UPDATE ingest.quarantined_record
        SET raw = convert_to(replace(convert_from(raw, 'UTF8'), E'\\t-1\\t', E'\\t1\\t'), 'UTF8')
        WHERE import_id = ?
        """,
        id(done));
    GetCatalogueStatsResponse before = stats();

    long accepted = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Long>> work = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Callable<Long> replay = () -> replay(done.getName()).getAccepted();
        work.add(threads.submit(replay));
      }
      Future<Operation> other =
          threads.submit(
              () -> client.importText("models.tsv", table.toString().replace("\t-1\t", "\t1\t")));
      for (Future<Long> replay : work) {
        accepted += replay.get();
      }
      other.get();
    }

    assertThat(accepted).isEqualTo(600);
    GetCatalogueStatsResponse after = stats();
    assertThat(after.getArtifactCount()).isEqualTo(before.getArtifactCount() + 600);
    assertThat(after.getQuarantinedRecordCount())
        .isEqualTo(before.getQuarantinedRecordCount() - 600);
    assertThat(counts(done).getQuarantined()).isZero();
    assertThat(counts(done).getRecords()).isEqualTo(600);
  }

  @Test
  void anImportThatIsNotOverIsNotReplayed() {
    Operation done = client.importText("models.tsv", HEADER + row("over/a", -1, ""));
    tables.run("UPDATE ingest.import SET state = 'PAUSED' WHERE id = ?", id(done));

    assertThat(assertFails(Reason.IMPORT_NOT_OVER, () -> replay(done.getName())))
        .hasMessageContaining("PAUSED");
    tables.run("UPDATE ingest.import SET state = 'CANCELLED' WHERE id = ?", id(done));
    assertThat(replay(done.getName())).isEqualTo(counted(1, 0, 1));
  }

  @Test
  void whenNoConnectionComesFreeAReplaySaysSo() throws SQLException {
    Operation done = client.importText("models.tsv", HEADER + row("refused/a", -1, ""));
    List<Connection> held = new ArrayList<>();
    try {
      for (int i = 0; i < mostConnections; i++) {
        held.add(connections.getConnection());
      }
      assertFails(Reason.DATABASE_UNAVAILABLE, () -> replay(done.getName()));
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }
    assertThat(replay(done.getName())).isEqualTo(counted(1, 0, 1));
  }

  @Test
  void requestsAreChecked() {
    assertInvalid(Reason.FIELD_REQUIRED, "parent", () -> replay(""));
    assertInvalid(Reason.FIELD_MALFORMED, "parent", () -> replay("imports/7"));
    assertFails(Reason.IMPORT_NOT_FOUND, () -> replay("imports/" + UUID.randomUUID()));
  }

  private void mend(Operation done, long line, String record) {
    tables.run(
        "UPDATE ingest.quarantined_record SET raw = ? WHERE import_id = ? AND line = ?",
        record.replace("\n", "").getBytes(StandardCharsets.UTF_8),
        id(done),
        line);
  }

  private ReplayQuarantineResponse replay(String parent) {
    return client
        .imports()
        .replayQuarantine(ReplayQuarantineRequest.newBuilder().setParent(parent).build());
  }

  private List<QuarantinedRecord> quarantined(Operation done) {
    return client
        .imports()
        .listQuarantinedRecords(
            ListQuarantinedRecordsRequest.newBuilder().setParent(done.getName()).build())
        .getQuarantinedRecordsList();
  }

  private ImportCounts counts(Operation done) {
    GetOperationRequest request = GetOperationRequest.newBuilder().setName(done.getName()).build();
    return IngestClient.metadata(client.operations().getOperation(request)).getCounts();
  }

  private GetCatalogueStatsResponse stats() {
    return client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
  }

  private static UUID id(Operation operation) {
    return UUID.fromString(operation.getName().substring("imports/".length()));
  }

  private static ReplayQuarantineResponse counted(long replayed, long accepted, long refused) {
    return ReplayQuarantineResponse.newBuilder()
        .setReplayed(replayed)
        .setAccepted(accepted)
        .setRefused(refused)
        .build();
  }
}
