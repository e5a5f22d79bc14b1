package dev.clade.local.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a service is run as. */
public enum Form {
  /** Its jar, on a JVM. */
  JVM,
  /**
   * Its jar, on a JVM with what an earlier start has loaded and linked (JEP 483, 514); recorded
   * here when it is missing or older than the jar.
   */
  AOT,
  /** An executable of its own, as {@code ./mvnw package -Dnative} makes it. */
  NATIVE;

  /**
   * Returns how a service is started, after making what that takes and a build does not.
   *
   * @param home root of the repository, whose modules hold what was built
   * @throws MeshFailure when it was not built
   */
  List<String> command(Service service, Path home) {
    Path program = program(service, home);
    if (!Files.isRegularFile(program)) {
      throw new MeshFailure(
          "%s is missing; build with ./mvnw package -DskipTests%s"
              .formatted(program, this == NATIVE ? " -Dnative" : ""));
    }
    return switch (this) {
      case NATIVE -> List.of(program.toString(), "-Xmx" + service.largestHeap());
      case JVM -> java(options(service), program);
      case AOT -> {
        List<String> options = options(service);
        String cache = "-XX:AOTCache=" + cache(home, program, options);
        yield java(Stream.concat(options.stream(), Stream.of(cache)).toList(), program);
      }
    };
  }

  private Path program(Service service, Path home) {
    return this == NATIVE ? service.executable(home) : service.jar(home);
  }

  private static List<String> options(Service service) {
    return List.of(
        "-Xmx" + service.largestHeap(),
        service.collector(),
        "-XX:+UseCompactObjectHeaders",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  private static List<String> java(List<String> options, Path jar) {
    List<String> command = new ArrayList<>(List.of(Jdk.program("java")));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private static Path cache(Path home, Path jar, List<String> options) {
    Path cache = jar.resolveSibling("service.aot");
    try {
      if (!Files.exists(cache)
          || Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) < 0) {
        record(home, jar, cache, options);
      }
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MeshFailure("interrupted while a start was recorded", e);
    }
  }

  private static void record(Path home, Path jar, Path cache, List<String> options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("images/record-aot").toString(),
                Jdk.program("java"),
                jar.toString(),
                cache.toString()));
    command.addAll(options);
    Process recorder = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(recorder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (recorder.waitFor() != 0) {
      throw new MeshFailure(words);
    }
  }
}
