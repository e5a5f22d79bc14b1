package dev.clade.local.mesh;

import dev.clade.local.client.Address;
import dev.clade.local.client.Endpoints;
import dev.clade.runtime.client.ChannelSecurity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A running mesh: PostgreSQL, Redis and the three services. Closing it stops all of them, the
 * services first.
 */
public final class Mesh implements AutoCloseable {
  private final MeshConfiguration configuration;
  private final FileChannel lock;
  private final int postgresPort;
  private final int redisPort;
  private final int toldPostgresPort;
  private final int toldRedisPort;
  private final Endpoints endpoints;
  private final Map<Service, ChildProcess> services = new EnumMap<>(Service.class);
  private final Map<Address, ChildProcess> furtherInstances = new LinkedHashMap<>();
  private final Ports ports = new Ports();
  private Postgres postgres;
  private ChildProcess redis;

  private Mesh(MeshConfiguration configuration, FileChannel lock, Detour detour) {
    this.configuration = configuration;
    this.lock = lock;
    this.endpoints =
        new Endpoints(
            address(Service.INGEST), address(Service.LINEAGE), address(Service.VALUATION));
    this.postgresPort = ports.any();
    this.redisPort = ports.any();
    this.toldPostgresPort = detour.instead(Detour.Store.POSTGRES, postgresPort);
    this.toldRedisPort = detour.instead(Detour.Store.REDIS, redisPort);
  }

  /**
   * Starts a mesh and waits until every service is ready. If that fails, what was started is
   * stopped.
   *
   * @param progress told in a few words what is being done
   * @throws MeshFailure when something did not start
   */
  public static Mesh start(MeshConfiguration configuration, Consumer<String> progress) {
    return start(configuration, Detour.NONE, progress);
  }

  /**
   * As {@link #start(MeshConfiguration, Consumer)}, with services that reach their stores by a
   * detour, such as a broken network.
   */
  public static Mesh start(
      MeshConfiguration configuration, Detour detour, Consumer<String> progress) {
    for (Service service : configuration.services()) {
      // Now, since a missing jar is easier told of before anything runs.
      configuration.form().command(service, configuration.home());
    }
    StateFolder state = configuration.state();
    Mesh mesh = new Mesh(configuration, state.lock(), detour);
    try {
      state.read().ifPresent(Mesh::endLeftovers);
      if (configuration.secure()) {
        MeshSecrets.in(state).make();
      }
      progress.accept("starting PostgreSQL");
      mesh.startPostgres();
      progress.accept("starting Redis");
      mesh.startRedis();
      progress.accept("starting the services");
      for (Service service : configuration.services()) {
        mesh.launch(service);
      }
      for (Service service : configuration.services()) {
        mesh.awaitReady(service);
      }
      return mesh;
    } catch (RuntimeException e) {
      mesh.close();
      throw e;
    }
  }

  /**
   * Removes everything that a mesh left in a state folder, which must not run.
   *
   * @throws MeshFailure when it does
   */
  public static void discard(StateFolder state) throws IOException {
    try (FileChannel lock = state.lock()) {
      state.read().ifPresent(Mesh::endLeftovers);
      Postgres.stopLeftover(state.folder("postgres"));
      state.clear();
    }
  }

  /**
   * Ends the processes of a mesh whose owner was killed; the database is ended when next opened.
   */
  static void endLeftovers(MeshState state) {
    state.processes().reversed().forEach(process -> process.end(ChildProcess.LONGEST_STOP));
  }

  /** Starts a service that was stopped or killed, and waits until it is ready. */
  public void restart(Service service) {
    launch(service);
    awaitReady(service);
  }

  /**
   * Starts a further instance of a service, on the same database and cache, and waits until it is
   * ready.
   *
   * @return where the services answer, with the further instance in place of the first
   */
  public Endpoints startAnother(Service service) {
    Endpoints beside = endpoints.with(service, address(service));
    String name = "%s-%d".formatted(service.label(), furtherInstances.size() + 2);
    ChildProcess process = launch(service, name, beside);
    furtherInstances.put(beside.of(service), process);
    new Readiness(beside.of(service), security()).await(process);
    return beside;
  }

  /**
   * Starts PostgreSQL, at first or after {@link #stopPostgres}, at the same port on the same data.
   */
  public void startPostgres() {
    postgres = Postgres.start(configuration.state(), postgresPort);
  }

  /** Stops PostgreSQL while the services go on running. */
  public void stopPostgres() {
    postgres.close();
    postgres = null;
  }

  /** Starts the cache, at first or after it was stopped, at the same port and empty. */
  public void startRedis() {
    redis = Redis.start(configuration.state(), redisPort);
  }

  /** Returns where the services answer. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** Returns the process of a service. */
  public ChildProcess process(Service service) {
    return services.get(service);
  }

  /** Returns the process of a further instance of a service, by where it answers. */
  public ChildProcess process(Address further) {
    return furtherInstances.get(further);
  }

  /** Returns the running PostgreSQL server. */
  public Postgres postgres() {
    return postgres;
  }

  /** Returns the cache's process. */
  public ChildProcess redis() {
    return redis;
  }

  /** Writes into the state folder what runs, so that other commands find it. */
  public void publish() {
    configuration.state().write(state());
  }

  private MeshState state() {
    List<ProcessMark> marks = new ArrayList<>();
    marks.add(redis.mark());
    services.values().forEach(process -> marks.add(process.mark()));
    furtherInstances.values().forEach(process -> marks.add(process.mark()));
    return new MeshState(
        ProcessMark.of("owner", ProcessHandle.current()),
        marks,
        endpoints,
        postgresPort,
        redisPort,
        configuration.traceEndpoint().orElse(""),
        configuration.secure());
  }

  /** Returns how an operator talks to this mesh. */
  public ChannelSecurity security() {
    return configuration.secure()
        ? MeshSecrets.in(configuration.state()).operator()
        : ChannelSecurity.NONE;
  }

  /**
   * Stops everything that this mesh started, in the opposite order, and waits for it also when the
   * thread was interrupted.
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    stop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    Stream.concat(services.values().stream(), furtherInstances.values().stream())
        .parallel()
        .forEach(ChildProcess::close);
    if (redis != null) {
      redis.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch(Service service) {
    services.put(service, launch(service, service.label(), endpoints));
  }

  private ChildProcess launch(Service service, String name, Endpoints own) {
    return ChildProcess.start(
        name,
        configuration.state(),
        configuration.form().command(service, configuration.home()),
        ServiceEnvironment.of(service, name, configuration, own, toldPostgresPort, toldRedisPort));
  }

  private void awaitReady(Service service) {
    new Readiness(endpoints.of(service), security()).await(services.get(service));
  }

  private Address address(Service service) {
    return new Address(
        "127.0.0.1",
        configuration.standardPorts() ? ports.preferring(service.standardPort()) : ports.any());
  }
}
