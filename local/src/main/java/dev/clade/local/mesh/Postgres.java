package dev.clade.local.mesh;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * An embedded PostgreSQL server whose data survives it, with the database and role {@code clade}.
 */
public final class Postgres implements AutoCloseable {
  static final String DATABASE = "clade";
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Path data;
  private final EmbeddedPostgres server;

  private Postgres(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  /** Starts the server on the data of the state folder, which it creates the first time. */
  public static Postgres start(StateFolder state, int port) {
    Path data = state.folder("postgres");
    stopLeftover(data);
    try {
      Redirect log = Redirect.appendTo(state.log("postgres").toFile());
      Postgres postgres =
          new Postgres(
              data,
              EmbeddedPostgres.builder()
                  .setDataDirectory(data)
                  .setCleanDataDirectory(false)
                  .setPort(port)
                  .setPGStartupWait(LONGEST_RECOVERY)
                  .setOutputRedirector(log)
                  .setErrorRedirector(log)
                  // The library turns durability off; a mesh has to survive a power cut.
                  .setServerConfig("fsync", "on")
                  .setServerConfig("full_page_writes", "on")
                  .setServerConfig("synchronous_commit", "on")
                  .setServerConfig("max_connections", "100")
                  .setServerConfig("shared_buffers", "128MB")
                  .setServerConfig("max_wal_size", "2GB")
                  .start());
      postgres.createDatabase();
      return postgres;
    } catch (IOException e) {
      throw new MeshFailure("PostgreSQL did not start; see %s".formatted(state.log("postgres")), e);
    }
  }

  /** Returns connections to the mesh's database, as its owner. */
  public DataSource database() {
    return server.getDatabase(DATABASE, DATABASE);
  }

  /** Returns connections to the mesh's database, as the administrator of the server. */
  public DataSource administration() {
    return server.getDatabase("postgres", DATABASE);
  }

  /** Returns the processes of the server, the first one of which started the others. */
  public Stream<ProcessHandle> processes() {
    return readPid(data.resolve("postmaster.pid")).flatMap(ProcessHandle::of).stream()
        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()));
  }

  /** Stops the server; its data stays. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends a server whose owner was killed, so that its data can be opened again. Another process
   * that has got the dead server's number meanwhile is left alone, and the file that names it
   * removed.
   */
  static void stopLeftover(Path data) {
    Path file = data.resolve("postmaster.pid");
    Optional<ProcessHandle> named = readPid(file).flatMap(ProcessHandle::of);
    if (named.isEmpty()) {
      return;
    }
    boolean ours =
        named.get().info().commandLine().filter(line -> line.contains(data.toString())).isPresent();
    if (ours) {
      ProcessMark.of("postgres", named.get()).end(LONGEST_STOP);
    } else {
      deleteIfExists(file);
    }
  }

  private static Optional<Long> readPid(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void deleteIfExists(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createDatabase() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'clade'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE ROLE clade LOGIN PASSWORD 'clade'");
      statement.execute("CREATE DATABASE clade OWNER clade");
    } catch (SQLException e) {
      throw new MeshFailure("cannot create the database: " + e.getMessage(), e);
    }
  }
}
