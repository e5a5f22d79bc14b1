package dev.clade.lineage.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Who migrates the schema of reports. */
class ReportSchemaTest {

  @Test
  void aServerThatDoesNotMigrateWaitsForWhoeverDoes() {
    try (PostgresServer postgres = new PostgresServer()) {
      Flyway flyway = flyway(postgres, "latest");
      ReportSchema waiting = schema(flyway, false);
      assertNotReady(waiting);
      assertThat(flyway.info().applied()).isEmpty();

      flyway(postgres, "1").migrate();
      assertNotReady(waiting);

      schema(flyway, true).ready().await().indefinitely();
      assertThat(flyway.info().pending()).isEmpty();
      waiting.ready().await().indefinitely();
    }
  }

  private static void assertNotReady(ReportSchema schema) {
    assertThatThrownBy(() -> schema.ready().await().indefinitely())
        .isInstanceOfSatisfying(
            CladeException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_READY));
  }

  private static ReportSchema schema(Flyway flyway, boolean migrate) {
    return new ReportSchema(
        flyway,
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(
                new PropertiesConfigSource(
                    Map.of("clade.lineage.reports.migrate", Boolean.toString(migrate)), "test", 1))
            .withMapping(ReportSettings.class)
            .build()
            .getConfigMapping(ReportSettings.class));
  }

  private static Flyway flyway(PostgresServer postgres, String target) {
    return Flyway.configure()
        .dataSource(postgres.jdbcUrl(), PostgresServer.CLADE, PostgresServer.CLADE)
        .schemas("lineage")
        .locations("db/lineage")
        .target(target)
        .load();
  }
}
