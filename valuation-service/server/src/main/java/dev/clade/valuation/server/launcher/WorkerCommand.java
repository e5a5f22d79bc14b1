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
 * @param token file of the workers' credential
 */
record WorkerCommand(List<String> program, String target, Optional<Path> logDirectory, Path token) {

  WorkerCommand {
    program = List.copyOf(program);
  }

  /**
   * Starts a worker. Its standard input stays open until this process ends or destroys it.
   *
   * @param name identifies the worker; one log file a name
   * @throws IOException when it cannot be started
   */
  Process start(String name) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--target", target, "--worker", name, "--exit-with-parent"));
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
