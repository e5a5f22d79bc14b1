package dev.clade.local.command;

import dev.clade.local.mesh.DetachedMesh;
import picocli.CommandLine.Command;

/** Stops the mesh that {@code up} started. */
@Command(
    name = "down",
    description = "Stop what ./clade up started, and nothing else; the data stays.",
    mixinStandardHelpOptions = true)
public final class DownCommand extends MeshCommand {
  /**
   * What was stopped.
   *
   * @param stopped whether a mesh ran
   */
  record Outcome(boolean stopped) {}

  @Override
  public Integer call() throws Exception {
    boolean stopped = DetachedMesh.stop(globals().stateFolder());
    show(
        new Outcome(stopped),
        stopped
            ? "The mesh is stopped; its data stays.%n".formatted()
            : "No mesh runs here.%n".formatted());
    return 0;
  }
}
