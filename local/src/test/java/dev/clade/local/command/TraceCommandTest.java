package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.clade.local.CladeCommand;
import dev.clade.local.trace.TraceSpan;
import dev.clade.local.trace.TraceStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceCommandTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String OTHER = "4bf97651916cd43dd8448eb211c80319";

  @TempDir private Path state;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void keep() throws Exception {
    new TraceStore(Files.createDirectory(state.resolve("traces")))
        .keep(List.of(span(TRACE, "1", "", 1), span(TRACE, "2", "1", 2), span(OTHER, "3", "9", 3)));
  }

  @Test
  void listsTheNewestFirstAndSaysWhichAreNotComplete() {
    assertThat(run("trace")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith(OTHER).endsWith("not complete");
    assertThat(lines.get(2)).startsWith(TRACE).endsWith("0");
  }

  @Test
  void drawsTheTraceThatABeginningNames() {
    assertThat(run("trace", "4bf92", "--width", "100")).isZero();
    assertThat(out.toString()).startsWith("trace " + TRACE).contains("└─ span 2");
  }

  @Test
  void jsonHasTheSpansWithStableNames() {
    assertThat(run("trace", TRACE, "--json")).isZero();
    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly(
            "trace_id",
            "start_time",
            "duration_seconds",
            "root",
            "services",
            "span_count",
            "error_count",
            "complete",
            "spans",
            "linked_from");
    assertThat(json.get("complete").getAsBoolean()).isTrue();
    assertThat(json.getAsJsonArray("spans").get(1).getAsJsonObject().keySet())
        .containsExactly(
            "span_id",
            "parent_id",
            "service",
            "name",
            "kind",
            "offset_seconds",
            "duration_seconds",
            "error",
            "attributes",
            "links");
  }

  @Test
  void whatIsNotThereIsOneLineAndAFailure() {
    assertThat(run("trace", "ffffffff")).isEqualTo(1);
    assertThat(run("trace", "4bf9")).isEqualTo(1);
    assertThat(run("trace", "4b")).isEqualTo(2);
    assertThat(run("trace", "no")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("clade: "))
        .anyMatch(line -> line.contains("no trace ffffffff"))
        .anyMatch(line -> line.contains("2 traces begin with 4bf9"));
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", state.toString()));
    return CladeCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private static TraceSpan span(String trace, String id, String parent, long at) {
    return new TraceSpan(
        trace, id, parent, "s", "span " + id, "SERVER", at, at + 10, false, Map.of(), List.of());
  }
}
