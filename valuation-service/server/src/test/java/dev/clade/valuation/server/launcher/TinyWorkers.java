package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.ValuationConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings under which the launcher starts two {@link TinyWorker}s.
 *
 * @param server the service under test
 * @param folder holds their logs and their class path, which is too long for process handles to
 *     show
 */
record TinyWorkers(URI server, Path folder)
    implements ValuationConfig, ValuationConfig.Launcher, ValuationConfig.Local {

  @Override
  public Duration leaseDuration() {
    return Duration.ofSeconds(30);
  }

  @Override
  public int mostFailures() {
    return 3;
  }

  @Override
  public int mostLosses() {
    return 10;
  }

  @Override
  public Duration tick() {
    return Duration.ofMillis(100);
  }

  @Override
  public Optional<Price> price() {
    return Optional.empty();
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
            "@" + classPath(),
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
    return Optional.of(logs().toString());
  }

  @Override
  public Duration backoff() {
    return Duration.ofMillis(100);
  }

  @Override
  public Payout payout() {
    return Optional::empty;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  private Path classPath() {
    try {
      String quoted = System.getProperty("java.class.path").replace("\\", "\\\\");
      return Files.writeString(folder.resolve("arguments"), "-cp \"" + quoted + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
