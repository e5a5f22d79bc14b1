package dev.clade.local.bench.training;

import dev.clade.local.mesh.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that benches of training compare. */
final class Programs {
  private static final String WORKER = "valuation-service/worker/target/clade-valuation-worker.jar";
  private static final String PACKAGE = "dev.clade.valuation.worker.speed.";

  private Programs() {}

  /**
   * Starts a main class of the worker.
   *
   * @param home root of the repository
   * @param main its simple name
   * @throws IOException when it does not start
   */
  static Conversation worker(Path home, String main) throws IOException {
    return Conversation.start(
            List.of(
                Jdk.program("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve(WORKER).toString(),
                PACKAGE + main))
        .orElseThrow(() -> new IOException("the worker did not start from " + WORKER));
  }

  /** Starts a script with Python; empty where PyTorch is not installed. */
  static Optional<Conversation> python(String script) throws IOException {
    try (InputStream in = Programs.class.getResourceAsStream(script)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Conversation.start(List.of("python3", "-c", text));
    }
  }
}
