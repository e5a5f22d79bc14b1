package dev.clade.local.mesh;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mesh that goes on running after the command that started it: a small process without a terminal
 * owns it.
 */
public final class DetachedMesh {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private DetachedMesh() {}

  /**
   * Starts the owner and waits until its mesh runs.
   *
   * @param arguments arguments of this program that make it own a mesh in the foreground
   * @throws MeshFailure with the owner's own words when it could not start
   */
  public static MeshState start(StateFolder state, List<String> arguments) {
    Path log = state.log("owner");
    List<String> command = new ArrayList<>(sessionLeader());
    command.add(Jdk.program("java"));
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dclade.home=" + System.getProperty("clade.home", ""));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.clade.local.CladeCommand"));
    command.addAll(arguments);
    try {
      Files.deleteIfExists(log);
      Process owner =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return awaitState(state, owner, log);
    } catch (IOException e) {
      throw new MeshFailure("cannot start the mesh: " + e.getMessage(), e);
    }
  }

  /**
   * Stops the mesh of a state folder, and only it.
   *
   * @return whether there was anything to stop
   */
  public static boolean stop(StateFolder state) {
    Optional<MeshState> found = state.read();
    if (found.isEmpty()) {
      return false;
    }
    boolean running = found.get().owner().find().isPresent();
    Mesh.endLeftovers(found.get());
    found.get().owner().end(LONGEST_STOP);
    Postgres.stopLeftover(state.folder("postgres"));
    state.forget();
    return running;
  }

  private static MeshState awaitState(StateFolder state, Process owner, Path log)
      throws IOException {
    while (true) {
      Optional<MeshState> running =
          state.readRunning().filter(found -> found.owner().pid() == owner.pid());
      if (running.isPresent()) {
        return running.get();
      }
      if (!owner.isAlive()) {
        List<String> words = Files.readAllLines(log);
        throw new MeshFailure(
            words.isEmpty()
                ? "the mesh did not start; see " + log
                : words.getLast().replaceFirst("^clade: ", ""));
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        owner.destroy();
        Thread.currentThread().interrupt();
        throw new MeshFailure("interrupted while the mesh started", e);
      }
    }
  }

  /** A session of its own keeps the terminal's Ctrl-C and hang-up away from the mesh. */
  private static List<String> sessionLeader() {
    return Files.isExecutable(Path.of("/usr/bin/setsid"))
        ? List.of("/usr/bin/setsid")
        : List.of("nohup");
  }
}
