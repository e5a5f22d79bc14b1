package dev.clade.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spans as Quarkus' SQL client makes them, and as they leave. */
final class DatabaseSpanTest {
  @Test
  void everyNameIsThePresentOne() {
    SpanData renamed =
        renamed(
            "SELECT clade.artifact",
            Attributes.builder()
                .put("db.system", "clade")
                .put("db.user", "somebody")
                .put("db.connection_string", "10.0.0.7:5432")
                .put("db.statement", "SELECT name FROM artifact WHERE sequence = $1")
                .put("db.operation", "SELECT")
                .put("db.sql.table", "artifact")
                .put("thread.id", 7L)
                .build());
    assertThat(renamed.getName()).isEqualTo("SELECT artifact");
    assertThat(renamed.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("db.system.name", "postgresql")
                .put("db.namespace", "clade")
                .put("db.query.text", "SELECT name FROM artifact WHERE sequence = $1")
                .put("db.operation.name", "SELECT")
                .put("db.collection.name", "artifact")
                .put("db.query.summary", "SELECT artifact")
                .put("server.address", "10.0.0.7")
                .put("server.port", 5432L)
                .put("thread.id", 7L)
                .build());
    assertThat(renamed.getTotalAttributeCount()).isEqualTo(9);
  }

  @Test
  void aFailureTellsItsType() {
    SpanData renamed = renamed("BEGIN", Attributes.builder().put("db.system", "redis").build());
    assertThat(renamed.getName()).isEqualTo("BEGIN");
    assertThat(renamed.getAttributes().toString())
        .contains("db.query.summary=\"BEGIN\"")
        .contains("error.type=\"java.net.ConnectException\"");
  }

  private static SpanData renamed(String name, Attributes old) {
    return new DatabaseSpan(
        TestSpanData.builder()
            .setName(name)
            .setKind(SpanKind.CLIENT)
            .setAttributes(old)
            .setStartEpochNanos(1)
            .setEndEpochNanos(2)
            .setHasEnded(true)
            .setStatus(StatusData.error())
            .setEvents(
                old.size() > 1
                    ? List.of()
                    : List.of(
                        EventData.create(
                            1,
                            "exception",
                            Attributes.builder()
                                .put("exception.type", "java.net.ConnectException")
                                .build())))
            .build());
  }
}
