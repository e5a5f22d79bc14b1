package dev.clade.valuation.server.launcher;

import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.TlsFiles;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.credential.CredentialKeys;
import dev.clade.valuation.server.credential.WorkerCredentials;
import dev.clade.valuation.server.launcher.kubernetes.KubernetesWorkerLauncher;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the launcher that the configuration asks for. */
@ApplicationScoped
class Launchers {
  private final ValuationConfig config;
  private final Instance<KubernetesClient> kubernetes;
  private final WorkerCredentials credentials;

  /** The client of Kubernetes looks for a cluster when it is got, so it is got when wanted only. */
  @Inject
  Launchers(ValuationConfig config, Instance<KubernetesClient> kubernetes, CredentialKeys keys) {
    this.config = config;
    this.kubernetes = kubernetes;
    this.credentials = new WorkerCredentials(keys::get, Clock.systemUTC());
  }

  /** Returns a new launcher, or nothing when this service starts no workers. */
  Optional<WorkerLauncher> configured() {
    return switch (config.launcher().kind()) {
      case NONE -> Optional.empty();
      case LOCAL -> local(config.launcher().local());
      case KUBERNETES ->
          Optional.of(
              new KubernetesWorkerLauncher(
                  kubernetes.get(),
                  config.launcher().kubernetes(),
                  credentials,
                  ChannelSecurity.fromEnvironment().tls().map(TlsFiles::authorities),
                  Clock.systemUTC()));
    };
  }

  private Optional<WorkerLauncher> local(ValuationConfig.Local local) {
    if (local.workers() == 0) {
      return Optional.empty();
    }
    return local
        .command()
        .or(() -> local.jar().map(jar -> List.of(java(), "-jar", jar)))
        .map(program -> local(local, program));
  }

  private WorkerLauncher local(ValuationConfig.Local local, List<String> program) {
    PoolCredential credential = new PoolCredential(credentials, "local-workers");
    return new LocalWorkerLauncher(
        local.workers(),
        new WorkerCommand(
            program,
            local.target().orElseGet(Launchers::ownAddress),
            local.logDirectory().map(Path::of),
            local.checkpointDirectory().map(Path::of),
            credential.file()),
        credential,
        local.backoff(),
        config.tick(),
        local.linger());
  }

  /** A native executable has no JDK of its own: workers run on the machine's. */
  private static String java() {
    return Optional.ofNullable(System.getProperty("java.home"))
        .or(() -> Optional.ofNullable(System.getenv("JAVA_HOME")))
        .map(home -> Path.of(home, "bin", "java").toString())
        .orElse("java");
  }

  /** The port is known to the configuration once the server listens, also when any free was. */
  private static String ownAddress() {
    String key =
        LaunchMode.current() == LaunchMode.TEST ? "quarkus.http.test-port" : "quarkus.http.port";
    return "127.0.0.1:" + ConfigProvider.getConfig().getValue(key, Integer.class);
  }
}
