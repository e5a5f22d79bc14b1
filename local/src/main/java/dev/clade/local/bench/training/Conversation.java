package dev.clade.local.bench.training;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program that answers requests, a line each, with lines of JSON, and ends with its input. */
final class Conversation implements AutoCloseable {
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  private Conversation(Process process) {
    this.process = process;
    this.requests = process.outputWriter();
    this.answers = process.inputReader();
  }

  /** Starts a program; empty when it cannot be started or ends before it says that it is ready. */
  static Optional<Conversation> start(List<String> command) {
    try {
      Conversation conversation =
          new Conversation(new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
      if (conversation.answers.readLine() != null) {
        return Optional.of(conversation);
      }
      conversation.close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes a request and waits for its answer.
   *
   * @throws IOException when the program ends instead
   */
  JsonObject ask(String request) throws IOException {
    requests.write(request + "\n");
    requests.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the program ended at \"%s\"".formatted(request));
    }
    return JsonParser.parseString(answer).getAsJsonObject();
  }

  /** Returns the processor time that the program has used in all its threads. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
