package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.print.Json;
import dev.clade.local.print.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What commands have in common: the options of all, and text or JSON as output. */
abstract class MeshCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      paramLabel = "FILE",
      description = "Print JSON instead of text; with FILE, write it there and print the text.")
  private String json;

  GlobalOptions globals() {
    return (GlobalOptions) spec.root().mixins().get("globals").userObject();
  }

  MeshClient connect() {
    return globals().connect(globals().endpoints(), globals().security());
  }

  /** Shows the outcome: the value as JSON, or the text, or both in their places. */
  void show(Object value, String text) throws IOException {
    if (isJsonAlone()) {
      out().println(Json.pretty(value));
    } else {
      out().print(text);
      if (json != null) {
        Files.writeString(Path.of(json), Json.pretty(value) + "\n");
      }
    }
    out().flush();
  }

  /**
   * Returns where the text for people goes; JSON alone on the output must not be disturbed by it.
   */
  PrintWriter talk() {
    return isJsonAlone() ? spec.commandLine().getErr() : out();
  }

  /** Returns where JSON is asked for: a file, or {@code -} for the output; nothing if it is not. */
  Optional<String> json() {
    return Optional.ofNullable(json);
  }

  /** Whether JSON is all that the output is to have. */
  boolean isJsonAlone() {
    return STANDARD_OUTPUT.equals(json);
  }

  /** Returns the failure of a command line that makes no sense. */
  ParameterException misuse(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  /** Says what is being done to a person who watches. */
  void remark(String words) {
    if (Progress.onTerminal()) {
      spec.commandLine().getErr().println(words);
      spec.commandLine().getErr().flush();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
