package dev.clade.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.Ports;
import dev.clade.local.mesh.Postgres;
import dev.clade.local.mesh.StateFolder;
import dev.clade.local.sample.SampleHub;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InsertSelectTest {
  @TempDir private Path folder;

  @Test
  void typesEveryRowAndLeavesNothingBehind() throws Exception {
    try (Postgres postgres = Postgres.start(new StateFolder(folder), new Ports().any())) {
      try (InsertSelect yardstick = new InsertSelect(postgres.administration(), SampleHub.open())) {
        assertThat(yardstick.run()).isPositive();
        assertThat(yardstick.rowCount()).isEqualTo(170);
        assertThat(
                number(
                    postgres,
                    """
                    SELECT count(*) FROM bench.typed
                    WHERE 'base_model:quantized:HuggingFaceH4/zephyr-7b-beta' = ANY(tags)
                    """))
            .isEqualTo(2);
      }
      assertThat(number(postgres, "SELECT count(*) FROM pg_namespace WHERE nspname = 'bench'"))
          .isZero();
    }
  }

  private static long number(Postgres postgres, String sql) throws Exception {
    try (Connection connection = postgres.administration().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }
}
