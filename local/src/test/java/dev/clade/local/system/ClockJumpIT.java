package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.Report;
import dev.clade.local.check.CatalogueChecks;
import dev.clade.local.check.Check;
import dev.clade.local.check.LedgerChecks;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.ReportRuns;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database's clock, by which leases go, is put forward and back by an hour in the middle of
 * imports, reports and runs. Claim: nothing is lost, nothing counts twice, nobody pays for the
 * hour, and the work goes on, also where its holder dies in that moment.
 */
final class ClockJumpIT {
  private static final Duration HOUR = Duration.ofHours(1);

  /** There and back again. */
  private static final List<Duration> JUMPS =
      List.of(HOUR, Duration.ZERO, HOUR.negated(), Duration.ZERO);

  private static final int MODELS = 60_000;
  private static final int POLLS = 2_400;
  private static final long PAUSE_MILLIS = 25;

  private static TestMesh mesh;
  private static DatabaseClock clock;

  @BeforeAll
  static void start() throws Exception {
    mesh =
        TestMesh.start(
            List.of(),
            Map.of(
                "CLADE_INGEST_LEASE_DURATION", "2s",
                "CLADE_INGEST_HEARTBEAT", "500ms",
                "CLADE_VALUATION_LEASE_DURATION", "2s",
                "CLADE_VALUATION_TICK", "200ms",
                "CLADE_VALUATION_LAUNCHER_LOCAL_BACKOFF", "100ms",
                // Each jump loses a lease, and no evaluation is to blame.
                "CLADE_VALUATION_MOST_LOSSES", "100"));
    clock = DatabaseClock.of(mesh.mesh().postgres());
    for (Service service : Service.values()) {
      mesh.mesh().restart(service);
    }
    mesh.mesh().startAnother(Service.INGEST);
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @BeforeEach
  void beOnTime() throws Exception {
    clock.set(Duration.ZERO);
  }

  /** Two instances want to import; the jump gives the lease of the one to the other. */
  @Test
  void anImportCountsEachRecordOnce() throws Exception {
    ImportRuns imports = new ImportRuns(mesh.client());
    for (int round = 0; round < Rounds.count(); round++) {
      Operation operation =
          new FileImport(mesh.client())
              .start(
                  new FileImport(mesh.client())
                      .upload(
                          "models.tsv", new ByteArrayInputStream(table("round-" + round, MODELS)))
                      .getUpload());
      int jumps = 0;
      long seen = 0;
      for (int poll = 0; poll < POLLS && !operation.getDone(); poll++) {
        long read = ImportRuns.metadata(operation).getCounts().getCreated();
        if (read > seen) {
          seen = read;
          clock.set(JUMPS.get(jumps++ % JUMPS.size()));
        }
        Thread.sleep(PAUSE_MILLIS);
        operation = imports.look(operation.getName());
      }
      ImportResult result = FileImport.result(operation);
      assertThat(jumps).as("jumps within an import").isGreaterThan(1);
      assertThat(result.getCounts().getCreated()).isEqualTo(MODELS);
      assertThat(result.getCounts().getQuarantined()).isZero();
    }
    assertThat(new CatalogueChecks(mesh.client()).run(artifact -> {})).allMatch(Check::passed);
  }

  @Test
  void reportsAreMadeWhateverTheTime() throws Exception {
    ImportRuns imports = new ImportRuns(mesh.client());
    ReportRuns reports = new ReportRuns(mesh.client());
    for (Duration jump : JUMPS) {
      // A report of its own for each, since each is of another snapshot.
      Operation family =
          imports.follow(
              new FileImport(mesh.client())
                  .start(
                      new FileImport(mesh.client())
                          .upload(
                              "one.tsv",
                              new ByteArrayInputStream(table("jump" + jump.toSeconds(), 1)))
                          .getUpload()),
              progress -> {});
      new LineageReader(mesh.client()).await(FileImport.result(family).getLastSequence());
      clock.set(jump);
      CreateReportRequest wish = CreateReportRequest.newBuilder().setAnalysis("structure").build();
      Report report = reports.get(wish, () -> {});
      assertThat(report.getTablesCount()).isPositive();
      assertThat(reports.get(wish, () -> {})).as("the same again").isEqualTo(report);
    }
  }

  @Test
  void aRunIsValuedAndPaidAsIfTheTimeHadGoneOn() throws Exception {
    ValuationRuns runs = new ValuationRuns(mesh.client());
    Valuation wished = wished(runs);
    Valuation undisturbed = runs.watch(runs.create(wished).getName(), state -> {});
    assertThat(undisturbed.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);

    int lost = 0;
    for (int round = 0; round < Rounds.count(); round++) {
      String name = runs.create(wished).getName();
      for (Duration jump : JUMPS) {
        if (progresses(runs, name)) {
          clock.set(jump);
          if (round % 2 == 1) {
            // Their leases are from before the jump, and nobody renews them.
            mesh.workers().forEach(ProcessHandle::destroyForcibly);
          }
        }
      }
      Valuation ended = runs.watch(name, state -> {});
      assertThat(ended.getState()).as(ended.getFailure()).isEqualTo(undisturbed.getState());
      assertThat(ended.getValuesList()).isEqualTo(undisturbed.getValuesList());
      assertThat(ended.getDiagnostics()).isEqualTo(undisturbed.getDiagnostics());
      assertThat(ended.getProgress().getDoneEvaluations())
          .isEqualTo(ended.getProgress().getTotalEvaluations());
      lost += ended.getProgress().getLostLeases();
    }
    assertThat(lost).as("leases that jumps ended").isPositive();
    assertThat(LeaseClaims.violationsBesideTimes(mesh.mesh().postgres())).isEmpty();
    assertThat(longestPaid()).isLessThan(HOUR);
    assertThat(new LedgerChecks(mesh.client()).run()).isNotEmpty().allMatch(Check::passed);
  }

  /** Waits until another evaluation is done; false when the run ends before. */
  private static boolean progresses(ValuationRuns runs, String name) throws InterruptedException {
    int start = runs.get(name).getProgress().getDoneEvaluations();
    for (int poll = 0; poll < POLLS; poll++) {
      Valuation run = runs.get(name);
      if (run.getState() == Valuation.State.STATE_SUCCEEDED) {
        return false;
      }
      if (run.getProgress().getDoneEvaluations() > start) {
        return true;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("the run does not go on: " + runs.get(name));
  }

  /** Returns the most device time that a run was charged. */
  private static Duration longestPaid() throws Exception {
    try (Connection connection = mesh.mesh().postgres().database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet charged =
            statement.executeQuery("SELECT max(device_seconds) FROM valuation.account")) {
      charged.next();
      return Duration.ofMillis(Math.round(charged.getDouble(1) * 1e3));
    }
  }

  /** Four contributors: 16 evaluations of a few tenths of a second. */
  private static Valuation wished(ValuationRuns runs) {
    return Valuation.newBuilder()
        .setImageSet(runs.store(DrawnImages.draw(1, 4)).getName())
        .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(200))
        .setReplicateCount(1)
        .build();
  }

  private static byte[] table(String author, int models) {
    StringBuilder table =
        new StringBuilder("id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags\n");
    for (int model = 0; model < models; model++) {
      table.append("%s/model-%d\t\t1\t1\t\t\t\n".formatted(author, model));
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }
}
