package dev.clade.valuation.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void linesForPeopleTellFieldsAndTheTrace() {
    assertThat(new TextLines().format(traced()))
        .matches(
            "\\S+ WARNING evaluation failed lease=1 reason=\"two words\" seconds=0.5 traceId="
                + TRACE
                + " spanId="
                + SPAN
                + "\\R");
  }

  @Test
  void linesForProgramsAreAnObjectEach() {
    Event event = traced();
    event.setThrown(new IllegalStateException("broken"));
    String text = new JsonLines().format(event);
    assertThat(text.lines()).hasSize(1);
    JsonObject line = JsonParser.parseString(text).getAsJsonObject();
    assertThat(line.get("level").getAsString()).isEqualTo("WARNING");
    assertThat(line.get("message").getAsString()).isEqualTo("evaluation failed");
    assertThat(line.get("stackTrace").getAsString()).contains("IllegalStateException: broken");
    JsonObject fields = line.getAsJsonObject("mdc");
    assertThat(fields.get("seconds").getAsDouble()).isEqualTo(0.5);
    assertThat(fields.get("reason").getAsString()).isEqualTo("two words");
    assertThat(fields.get("traceId").getAsString()).isEqualTo(TRACE);
    assertThat(fields.get("spanId").getAsString()).isEqualTo(SPAN);
  }

  @Test
  void linesOfOthersAreWrittenToo() {
    LogRecord other = new LogRecord(Level.INFO, "of {0}");
    other.setParameters(new Object[] {"others"});
    assertThat(new TextLines().format(other)).endsWith(" INFO of others" + System.lineSeparator());
    assertThat(new JsonLines().format(other)).contains("\"message\":\"of others\"");
  }

  private static Event traced() {
    SpanContext place =
        SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());
    try (Scope scope = Span.wrap(place).makeCurrent()) {
      return new Event(
          Level.WARNING,
          "log",
          "evaluation failed",
          "lease",
          1,
          "reason",
          "two words",
          "seconds",
          0.5);
    }
  }
}
