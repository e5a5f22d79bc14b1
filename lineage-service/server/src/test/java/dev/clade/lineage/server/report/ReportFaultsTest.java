package dev.clade.lineage.server.report;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.v1.GetReportRequest;
import dev.clade.lineage.v1.Report;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import dev.clade.runtime.testing.RedisServer;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportFaultsTest extends ReportServerTest {
  PostgresServer postgres;
  RedisServer redis;

  @Test
  void aReportWhoseServerIsGoneIsComputedAnew() throws SQLException {
    Report report = report(structure().putParameters("limit", "21"));
    forgetCached();
    change(
        """
        UPDATE lineage.report
        SET state = 'RUNNING', summary = NULL, document = NULL, lease_end = now() - INTERVAL '1 s'
        WHERE 'reports/' || id = '%s'
        """
            .formatted(report.getName()));
    Operation abandoned =
        operations.getOperation(GetOperationRequest.newBuilder().setName(report.getName()).build());
    assertThat(abandoned.getDone()).isTrue();
    assertThat(abandoned.getError().getCode()).isEqualTo(Reason.REPORT_ABANDONED.code().value());
    assertThat(report(structure().putParameters("limit", "21")).getTablesList())
        .isEqualTo(report.getTablesList());
  }

  @Test
  void aFailedReportIsComputedAnew() throws SQLException {
    Report report = report(structure().putParameters("limit", "22"));
    forgetCached();
    change(
        "UPDATE lineage.report SET state = 'FAILED' WHERE 'reports/' || id = '%s'"
            .formatted(report.getName()));
    Operation failed =
        operations.getOperation(GetOperationRequest.newBuilder().setName(report.getName()).build());
    assertThat(failed.getError().getCode()).isEqualTo(Reason.INTERNAL.code().value());
    assertThat(report(structure().putParameters("limit", "22")).getTablesList())
        .isEqualTo(report.getTablesList());
  }

  @Test
  void withoutRedisReportsAreReadFromTheDatabase() {
    Report report = report(structure().putParameters("limit", "23"));
    redis.stop();
    try {
      assertThat(get(report)).isEqualTo(report);
    } finally {
      redis.start();
    }
  }

  @Test
  void withoutTheDatabaseReportsAreUnavailableAndTheGraphIsNot() {
    report(structure().putParameters("limit", "24"));
    postgres.stop();
    try {
      assertThatThrownBy(
              () -> reports.createReport(structure().putParameters("limit", "25").build()))
          .satisfies(
              thrown ->
                  assertThat(LineageClient.failure(thrown).reason())
                      .isEqualTo(Reason.DATABASE_UNAVAILABLE));
      given().get("/q/health/ready").then().statusCode(200);
      assertThat(position().getNodeCount()).isEqualTo(4);
    } finally {
      postgres.start();
    }
    eventually(
        () ->
            assertThat(report(structure().putParameters("limit", "25")).getTablesCount())
                .isPositive());
  }

  private Report get(Report report) {
    return reports
        .getReport(GetReportRequest.newBuilder().setName(report.getName()).build())
        .getReport();
  }

  private void forgetCached() {
    redis.stop();
    redis.start();
  }

  private void change(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), PostgresServer.CLADE, PostgresServer.CLADE);
        Statement change = connection.createStatement()) {
      assertThat(change.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
