package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.trace.TraceReceiver;
import dev.clade.local.trace.TraceSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration from end to end, and its trace. */
final class DemoIT {
  private static final Pattern TRACE = Pattern.compile("^trace ([0-9a-f]{32})$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void showsFamilyAndValuesAndIsOneTraceThroughEveryProcess() throws Exception {
    List<TraceSpan> spans = new CopyOnWriteArrayList<>();
    try (TraceReceiver receiver = TraceReceiver.start(spans::addAll)) {
      Clade.Run run =
          Clade.run(
              Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint()),
              "demo",
              "--state",
              folder.toString(),
              "--replicates",
              "2",
              "--steps",
              "40");

      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output())
          .contains("mistralai/Mistral-7B-v0.1")
          .contains("HuggingFaceH4/zephyr-7b-beta [finetune]")
          .contains("TheBloke/zephyr-7B-beta-GGUF [quantized]")
          .contains("copy-of-ada");
      assertThat(Files.readString(folder.resolve("clade-report.html")))
          .contains("<svg")
          .contains("HuggingFaceH4/zephyr-7b-beta")
          .doesNotContain("http://", "https://");
      assertOneTrace(run.output(), spans);
    }
  }

  private static void assertOneTrace(String output, List<TraceSpan> spans) {
    Matcher printed = TRACE.matcher(output);
    assertThat(printed.find()).as(output).isTrue();
    List<TraceSpan> trace =
        spans.stream().filter(span -> span.traceId().equals(printed.group(1))).toList();
    Set<String> services = trace.stream().map(TraceSpan::service).collect(Collectors.toSet());
    assertThat(services)
        .contains("clade", "clade-ingest", "clade-lineage", "clade-valuation")
        .anyMatch(service -> service.contains("worker"));
    Set<String> identifiers = trace.stream().map(TraceSpan::spanId).collect(Collectors.toSet());
    assertThat(trace.stream().filter(span -> span.parentId().isEmpty()))
        .as("only the command is without a parent")
        .singleElement()
        .satisfies(root -> assertThat(root.name()).isEqualTo("clade demo"));
    assertThat(trace.stream().map(TraceSpan::parentId).filter(parent -> !parent.isEmpty()))
        .as("every parent was received too")
        .allMatch(identifiers::contains);
  }
}
