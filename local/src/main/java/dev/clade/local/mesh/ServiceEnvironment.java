package dev.clade.local.mesh;

import dev.clade.local.client.Endpoints;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the services are told through their environment. */
final class ServiceEnvironment {
  private static final String WORKER = "valuation-service/worker/target/clade-valuation-worker.jar";

  private ServiceEnvironment() {}

  /**
   * Returns what an instance is told.
   *
   * @param name what the instance is called, by which it has a folder where it needs its own
   */
  static Map<String, String> of(
      Service service,
      String name,
      MeshConfiguration configuration,
      Endpoints endpoints,
      int postgresPort,
      int redisPort) {
    Map<String, String> environment = new LinkedHashMap<>();
    String database = "postgresql://127.0.0.1:%d/%s".formatted(postgresPort, Postgres.DATABASE);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(endpoints.of(service).port()));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
    environment.put("QUARKUS_DATASOURCE_USERNAME", Postgres.DATABASE);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", Postgres.DATABASE);
    environment.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + redisPort);
    environment.putAll(own(service, name, configuration, endpoints));
    if (configuration.secure()) {
      environment.putAll(MeshSecrets.in(configuration.state()).environment(service));
    }
    configuration
        .traceEndpoint()
        .ifPresent(
            receiver -> {
              environment.put("CLADE_TRACES_DISABLED", "false");
              environment.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver);
              environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver);
              // A person who looks at a trace has just made it.
              environment.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");
              environment.put("OTEL_BSP_SCHEDULE_DELAY", "500");
            });
    environment.putAll(configuration.environment());
    return environment;
  }

  private static Map<String, String> own(
      Service service, String name, MeshConfiguration configuration, Endpoints endpoints) {
    StateFolder state = configuration.state();
    return switch (service) {
      case INGEST -> Map.of("CLADE_INGEST_SPOOL", state.folder("spool").toString());
      case LINEAGE ->
          Map.of(
              "CLADE_INGEST_HOST", endpoints.ingest().host(),
              "CLADE_INGEST_PORT", Integer.toString(endpoints.ingest().port()),
              "CLADE_LINEAGE_DATA", state.folder(name).toString());
      case VALUATION ->
          Map.of(
              "CLADE_LINEAGE_HOST",
              endpoints.lineage().host(),
              "CLADE_LINEAGE_PORT",
              Integer.toString(endpoints.lineage().port()),
              "CLADE_VALUATION_LAUNCHER_LOCAL_JAR",
              configuration.home().resolve(WORKER).toString(),
              "CLADE_VALUATION_LAUNCHER_LOCAL_LOG_DIRECTORY",
              state.folder("logs").toString(),
              "CLADE_VALUATION_LAUNCHER_LOCAL_CHECKPOINT_DIRECTORY",
              state.folder("checkpoints").toString(),
              "CLADE_VALUATION_PAYOUT_SIGNING_KEY",
              PayoutKeyFile.in(state).toString(),
              // What workers run on where the service is an executable without a JDK.
              "JAVA_HOME",
              System.getProperty("java.home"));
    };
  }
}
