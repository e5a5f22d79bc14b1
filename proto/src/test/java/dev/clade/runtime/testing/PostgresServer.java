package dev.clade.runtime.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostgreSQL with an empty database {@code clade}, owned by the user {@code clade}. It can
 * be stopped and started again on the same port with the same data, to test what a service does
 * without it. Not for use by several threads.
 */
public final class PostgresServer implements AutoCloseable {
  /** Name of the database, of the user who owns it, and the user's password. */
  public static final String CLADE = "clade";

  private static final Duration STARTUP = Duration.ofMinutes(1);

  private final int port = FreePort.find();
  private final Path data;
  private EmbeddedPostgres running;

  /** Starts a server with an empty database; takes a few seconds. */
  public PostgresServer() {
    try {
      data = Files.createTempDirectory("clade-postgres");
      start();
      try (Connection connection = running.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE clade LOGIN PASSWORD 'clade'");
        statement.execute("CREATE DATABASE clade OWNER clade");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL", e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database", e);
    }
  }

  /** Returns the port of the loopback interface that the server listens on when it runs. */
  public int port() {
    return port;
  }

  /** Returns the address for JDBC, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/clade".formatted(port);
  }

  /** Returns the address for Vert.x' reactive client, without user and password. */
  public String reactiveUrl() {
    return "postgresql://localhost:%d/clade".formatted(port);
  }

  /** Starts the server with the data that it had; does nothing while it runs. */
  public void start() {
    if (running != null) {
      return;
    }
    try {
      running =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data.resolve("cluster"))
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(data.toFile())
              .setPGStartupWait(STARTUP)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL", e);
    }
  }

  /** Stops the server, which cuts every connection; does nothing while it is stopped. */
  public void stop() {
    if (running == null) {
      return;
    }
    try {
      running.close();
      running = null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop PostgreSQL", e);
    }
  }

  /** Stops the server and deletes its data. */
  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + data, e);
    }
  }
}
