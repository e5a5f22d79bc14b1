package dev.clade.local.mesh;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process of the mesh that writes into a log of its own. */
public final class ChildProcess implements AutoCloseable {
  static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final String name;
  private final Path log;
  private final Process process;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static ChildProcess start(
      String name, StateFolder state, List<String> command, Map<String, String> environment) {
    Path log = state.log(name);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(state.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new MeshFailure("cannot start %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Returns the mark that the process can be found by later. */
  public ProcessMark mark() {
    return ProcessMark.of(name, process.toHandle());
  }

  /** Returns whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process at once, without giving it a chance to clean up, and waits for its end. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Returns the failure to tell of when the process ended although it should run. */
  MeshFailure ended() {
    return new MeshFailure(
        "%s ended with exit code %d; see %s".formatted(name, process.exitValue(), log));
  }

  Path log() {
    return log;
  }

  /** Asks the process to end, and forces it when it does not. */
  @Override
  public void close() {
    mark().end(LONGEST_STOP);
  }
}
