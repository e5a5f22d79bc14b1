package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.ValuationConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Settings under which the launcher starts two {@link TinyWorker}s.
 *
 * @param server the service under test
 * @param folder holds their logs and their class path, which is too long for process handles to
 *     show
 */
record TinyWorkers(URI server, Path folder) {

  ValuationConfig settings() {
    return settings(
        "%s,-Xmx64m,@%s,%s"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath(),
                TinyWorker.class.getName()));
  }

  /** Returns the same settings with another program. */
  ValuationConfig settings(String command) {
    return Settings.of(
        Map.of(
            "local.workers",
            "2",
            "local.command",
            command,
            "local.target",
            server.getHost() + ":" + server.getPort(),
            "local.log-directory",
            logs().toString(),
            "local.backoff",
            "100ms",
            "local.linger",
            "100ms"));
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
