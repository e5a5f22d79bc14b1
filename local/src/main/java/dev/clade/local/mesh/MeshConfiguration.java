package dev.clade.local.mesh;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a mesh is to be run.
 *
 * @param home root of the repository, whose modules hold the built jars
 * @param state folder that everything is kept in
 * @param standardPorts whether the services should have their standard ports where these are free
 * @param traceEndpoint where an OTLP/HTTP receiver takes the services' traces; none by default
 * @param services the services to start, in the order in which their data flows
 * @param environment what the services are told beside what a mesh tells them
 * @param secure whether connections are encrypted and callers need tokens
 * @param form what the services are run as
 */
public record MeshConfiguration(
    Path home,
    StateFolder state,
    boolean standardPorts,
    Optional<String> traceEndpoint,
    List<Service> services,
    Map<String, String> environment,
    boolean secure,
    Form form) {

  /** Takes unmodifiable copies of the services and the environment. */
  public MeshConfiguration {
    services = List.copyOf(services);
    environment = Map.copyOf(environment);
  }

  /** Configures a mesh of jars that anybody on this machine may call. */
  public MeshConfiguration(
      Path home,
      StateFolder state,
      boolean standardPorts,
      Optional<String> traceEndpoint,
      List<Service> services,
      Map<String, String> environment) {
    this(home, state, standardPorts, traceEndpoint, services, environment, false, Form.JVM);
  }

  /** Configures a mesh of all services. */
  public MeshConfiguration(
      Path home, StateFolder state, boolean standardPorts, Optional<String> traceEndpoint) {
    this(home, state, standardPorts, traceEndpoint, List.of(Service.values()), Map.of());
  }

  /** Returns the same, secure if asked for. */
  public MeshConfiguration secured(boolean wanted) {
    return new MeshConfiguration(
        home, state, standardPorts, traceEndpoint, services, environment, wanted, form);
  }

  /** Returns the same, with services that are run as something else. */
  public MeshConfiguration runAs(Form wanted) {
    return new MeshConfiguration(
        home, state, standardPorts, traceEndpoint, services, environment, secure, wanted);
  }
}
