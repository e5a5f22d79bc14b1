package dev.clade.local.command;

import dev.clade.local.mesh.Jdk;
import dev.clade.local.mesh.MeshFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of the study as a process of its own, which has libtorch. */
final class StudyProcess {
  private static final String JAR = "valuation-service/study/target/clade-valuation-study.jar";

  private StudyProcess() {}

  /**
   * Runs a program, and returns what it ends with.
   *
   * @param heap most memory for the heap, such as {@code 2g}
   * @param program class to run
   * @throws MeshFailure when it is not built
   */
  static int run(String heap, String program, List<String> arguments)
      throws IOException, InterruptedException {
    Path jar = GlobalOptions.home().resolve(JAR);
    if (!Files.isRegularFile(jar)) {
      throw new MeshFailure("%s is missing; build with ./mvnw package -DskipTests".formatted(jar));
    }
    List<String> command = new ArrayList<>();
    command.add(Jdk.program("java"));
    command.addAll(List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp", jar.toString()));
    command.add(program);
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
