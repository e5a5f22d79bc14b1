package dev.clade.local.system;

import dev.clade.local.mesh.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the packaged command line as {@code ./clade} does, in a process of its own. */
final class Clade {
  /** What a command left behind. */
  record Run(int exitCode, String output) {}

  private Clade() {}

  static Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path home = TestMesh.home();
    List<String> command = new ArrayList<>();
    command.add(Jdk.program("java"));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dclade.home=" + home,
            "-jar",
            home.resolve("local/target/clade-local.jar").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
