package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that would be unsafe does not start, and says why. */
final class UnsafeStartIT {
  private static final int PATIENCE_MINUTES = 5;

  @TempDir Path folder;

  @Test
  void allDangersAreToldAndTheProcessFails() throws Exception {
    Ended ended =
        start(
            Map.of(
                "QUARKUS_HTTP_HOST", "0.0.0.0",
                "QUARKUS_HTTP_PORT", "0",
                "CLADE_UNSAFE_ALLOW", "REFLECTION",
                "QUARKUS_DATASOURCE_PASSWORD", "for-trying-out-only",
                "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://db.test/clade"));
    assertThat(ended.exitCode()).isPositive();
    assertThat(ended.output())
        .contains(
            "OPEN_ACCESS: anybody who reaches 0.0.0.0",
            "PLAIN_TRANSPORT: ",
            "DEFAULT_PASSWORD: ",
            "Unsafe, and allowed: REFLECTION")
        .doesNotContain("Listening on", "for-trying-out-only");
  }

  @Test
  void aMisspeltAllowanceStopsTheStartToo() throws Exception {
    Ended ended = start(Map.of("QUARKUS_HTTP_PORT", "0", "CLADE_UNSAFE_ALLOW", "OPEN_ACESS"));
    assertThat(ended.exitCode()).isPositive();
    assertThat(ended.output()).contains("\"OPEN_ACESS\"").doesNotContain("Listening on");
  }

  private Ended start(Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-jar",
                Service.LINEAGE.jar(TestMesh.home()).toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * A process that has ended.
   *
   * @param exitCode 0 when all was well
   * @param output what it printed
   */
  private record Ended(int exitCode, String output) {}
}
