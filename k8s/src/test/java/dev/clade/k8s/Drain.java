package dev.clade.k8s;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a service's pod takes to end, and may take.
 *
 * @param pause before it is told to end
 * @param delay in which it says that it is not ready
 * @param timeout in which calls are waited for
 * @param grace after which it is killed
 */
record Drain(Duration pause, Duration delay, Duration timeout, Duration grace) {
  /** For the JVM itself, and for a node that is busy. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /** What all services have in common; none has a drain of its own. */
  private static final Path SETTINGS =
      Path.of("..", "proto/src/main/resources/META-INF/microprofile-config.properties");

  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:(.*)}");

  /** Reads a service's manifest and its settings; no wait where the manifest has none. */
  static Drain of(Workload service) {
    Properties settings = settings();
    return new Drain(
        Optional.ofNullable(service.container().getLifecycle())
            .map(lifecycle -> lifecycle.getPreStop().getSleep())
            .map(sleep -> Duration.ofSeconds(sleep.getSeconds()))
            .orElse(Duration.ZERO),
        setting(settings, "quarkus.shutdown.delay"),
        setting(settings, "clade.connection.drain"),
        Duration.ofSeconds(service.pod().getTerminationGracePeriodSeconds()));
  }

  /** Returns whether all of it is there, and within the grace. */
  boolean fits() {
    return pause.isPositive()
        && timeout.isPositive()
        && pause.plus(delay).plus(timeout).plus(MARGIN).compareTo(grace) <= 0;
  }

  private static Duration setting(Properties settings, String name) {
    String value = settings.getProperty(name, "0s");
    Matcher variable = DEFAULT.matcher(value);
    return Duration.parse("PT" + (variable.matches() ? variable.group(1) : value));
  }

  private static Properties settings() {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(SETTINGS)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }
}
