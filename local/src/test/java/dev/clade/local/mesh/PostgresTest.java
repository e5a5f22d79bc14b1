package dev.clade.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresTest {
  @TempDir private Path folder;

  @Test
  void dataSurvivesAKillOfTheServer() throws SQLException {
    StateFolder state = new StateFolder(folder);
    int port = new Ports().any();
    Postgres first = Postgres.start(state, port);
    execute(first, "CREATE TABLE kept (fact text)");
    execute(first, "INSERT INTO kept VALUES ('still here')");
    first.processes().toList().forEach(ProcessHandle::destroyForcibly);
    first.close();

    try (Postgres second = Postgres.start(state, port);
        Connection connection = second.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT fact FROM kept")) {
      assertThat(found.next()).isTrue();
      assertThat(found.getString(1)).isEqualTo("still here");
    }
  }

  @Test
  void anotherProcessWithTheDeadServersNumberIsLeftAlone() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    Path pid = folder.resolve("postmaster.pid");
    Files.writeString(pid, other.pid() + "\n" + folder + "\n");

    Postgres.stopLeftover(folder);

    assertThat(other.isAlive()).isTrue();
    assertThat(pid).doesNotExist();
    other.destroy();
  }

  @Test
  void aStateFolderIsForOneMeshAtATime() throws Exception {
    StateFolder state = new StateFolder(folder);
    try (AutoCloseable lock = state.lock()) {
      assertThatThrownBy(() -> new StateFolder(folder).lock())
          .isInstanceOf(MeshFailure.class)
          .hasMessageContaining(folder.toString());
    }
  }

  private static void execute(Postgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
