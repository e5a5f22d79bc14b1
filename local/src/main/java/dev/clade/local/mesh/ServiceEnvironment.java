package dev.clade.local.mesh;

import dev.clade.local.client.Endpoints;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the services are told through their environment. */
final class ServiceEnvironment {
  private ServiceEnvironment() {}

  static Map<String, String> of(
      Service service,
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
    environment.put("QUARKUS_GRPC_CLIENTS_INGEST_HOST", endpoints.ingest().host());
    environment.put(
        "QUARKUS_GRPC_CLIENTS_INGEST_PORT", Integer.toString(endpoints.ingest().port()));
    configuration
        .traceEndpoint()
        .ifPresent(
            receiver -> {
              environment.put("CLADE_TRACES_DISABLED", "false");
              environment.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver);
              environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver);
            });
    return environment;
  }
}
