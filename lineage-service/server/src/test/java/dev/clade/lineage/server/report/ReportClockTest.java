package dev.clade.lineage.server.report;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import dev.clade.lineage.server.testing.FakeActivity;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database's clock is put forward or back by an hour while a report is computed. */
@QuarkusTest
class ReportClockTest extends ReportServerTest {
  FakeActivity activity;
  PostgresServer postgres;
  @Inject MeterRegistry meters;

  @BeforeEach
  void store() {
    activity.clear();
    activity.store("models/x/base", "ann", "bob");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void whoAsksAgainGetsTheReportUnderWayAndItIsMadeOnce(int hours) {
    long before = made();
    CreateReportRequest.Builder wish = network(40 + hours);
    FakeActivity held = activity;
    synchronized (held) {
      // Its first question to the catalogue waits for this test.
      Operation begun = reports.createReport(wish.build()).getOperation();
      eventually(
          () -> {
            putClockForward(hours);
            Operation abandoned =
                operations.getOperation(
                    GetOperationRequest.newBuilder().setName(begun.getName()).build());
            assertThat(abandoned.getError().getCode())
                .isEqualTo(Reason.REPORT_ABANDONED.code().value());
          });
      Operation again = reports.createReport(wish.build()).getOperation();
      assertThat(again.getName()).isEqualTo(begun.getName());
      assertThat(again.getDone()).isFalse();
    }
    assertThat(report(wish).getTablesCount()).isPositive();

    // Reports are made one after the other, so behind this one there is no other.
    report(network(50 + hours));
    assertThat(made()).isEqualTo(before + 2);
  }

  /** Everything that is written was so much earlier then. */
  private void putClockForward(int hours) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), PostgresServer.CLADE, PostgresServer.CLADE);
        PreparedStatement change =
            connection.prepareStatement(
                """
                UPDATE lineage.report
                SET lease_end = lease_end - ? * INTERVAL '1 hour',
                    create_time = create_time - ? * INTERVAL '1 hour'
                WHERE state = 'RUNNING'
                """)) {
      change.setInt(1, hours);
      change.setInt(2, hours);
      change.executeUpdate();
    }
  }

  private long made() {
    return Optional.ofNullable(
            meters.find("clade.lineage.report").tag("analysis", "network").timer())
        .map(Timer::count)
        .orElse(0L);
  }

  private static CreateReportRequest.Builder network(int seed) {
    return CreateReportRequest.newBuilder()
        .setAnalysis("network")
        .putParameters("seed", Integer.toString(seed));
  }
}
