package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.ValuationConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings under which the launcher starts two {@link TinyWorker}s.
 *
 * @param server the service under test
 * @param logs folder of their logs
 */
record TinyWorkers(URI server, Path logs)
    implements ValuationConfig, ValuationConfig.Launcher, ValuationConfig.Local {

  @Override
  public Duration leaseDuration() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Duration tick() {
    return Duration.ofMillis(100);
  }

  @Override
  public Launcher launcher() {
    return this;
  }

  @Override
  public Local local() {
    return this;
  }

  @Override
  public int workers() {
    return 2;
  }

  @Override
  public Optional<List<String>> command() {
    return Optional.of(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            TinyWorker.class.getName()));
  }

  @Override
  public Optional<String> jar() {
    return Optional.empty();
  }

  @Override
  public Optional<String> target() {
    return Optional.of(server.getHost() + ":" + server.getPort());
  }

  @Override
  public Optional<String> logDirectory() {
    return Optional.of(logs.toString());
  }

  @Override
  public Duration backoff() {
    return Duration.ofMillis(100);
  }
}
