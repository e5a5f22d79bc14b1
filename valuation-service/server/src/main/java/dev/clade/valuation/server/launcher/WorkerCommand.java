package dev.clade.valuation.server.launcher;

import dev.clade.runtime.client.ChannelSecurity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a worker is started.
 *
 * @param program program and its first arguments
 * @param target host:port of this service
 * @param logDirectory folder of the workers' log files; nothing when they write where this service
 *     does
 * @param checkpoints folder where trainings keep how far they have come; nothing for none
 * @param token file of the workers' credential
 */
record WorkerCommand(
    List<String> program,
    String target,
    Optional<Path> logDirectory,
    Optional<Path> checkpoints,
    Path token) {

  WorkerCommand {
    program = List.copyOf(program);
  }

  /**
   * Starts a worker. Its standard input stays open until this process ends or destroys it.
   *
   * @param name identifies the worker; one log file a name
   * @param trainer the custom trainer that it is to have; empty for the built-in one
   * @throws IOException when it cannot be started
   */
  Process start(String name, String trainer) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--target", target, "--worker", name, "--exit-with-parent"));
    if (!trainer.isEmpty()) {
      command.addAll(List.of("--trainer", trainer));
      checkpoints.ifPresent(folder -> command.addAll(List.of("--checkpoints", folder.toString())));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // They are not this service: they show a credential of their own, and no certificate.
    builder.environment().remove(ChannelSecurity.CERTIFICATE);
    builder.environment().remove(ChannelSecurity.KEY);
    builder.environment().put(ChannelSecurity.TOKEN, token.toString());
    if (logDirectory.isPresent()) {
      Files.createDirectories(logDirectory.get());
      File log = logDirectory.get().resolve(name + ".log").toFile();
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    } else {
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    }
    return builder.start();
  }
}
