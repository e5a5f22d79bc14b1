package dev.clade.runtime.telemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the page for operators. */
final class TelemetryPage {
  private static final String HEAD =
      """
      # Telemetry

      <!-- Written from the code by TelemetryPageTest; -Dclade.write=true writes it anew. -->

      What Clade's servers, workers and commands tell of themselves: the names that are Clade's own, or that it takes
      from OpenTelemetry's conventions (RPC since 1.39, databases since 1.33). Names and labels are kept from version to
      version like the contracts.

      ## Where it goes

      | signal | where | setting |
      | --- | --- | --- |
      | metrics | scraped at `/q/metrics` of the service's port, in Prometheus' text or OpenMetrics, which has exemplars | always on |
      | traces | OTLP/HTTP | `CLADE_TRACES_DISABLED=false` and `QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT`; workers and `./clade` by `OTEL_EXPORTER_OTLP_ENDPOINT` |
      | log | standard output, lines for people | `CLADE_LOG_JSON=true` for an object a line |
      | log over OTLP | with the traces | `CLADE_LOGS_OTLP=true` beside the traces' settings |

      Metrics are not sent over OTLP: the registry is Prometheus', and a collector scrapes as well as it receives. Every
      call is traced unless its caller says otherwise in `traceparent`; a collector samples. Where `./clade up` runs the
      mesh, the newest traces are kept in its state folder, and `./clade trace` shows them.

      ## Metrics

      A label has at most as many values as told here, whatever callers do. Names are written as OpenTelemetry does;
      Prometheus' text has underscores for dots, the unit, and `_total` behind counters. Histograms have buckets from
      0.5 ms, for cached reads, to 60 s, for long polls, and keep the latest trace of a bucket as its exemplar. Beside
      these there are those of Quarkus for HTTP, the JVM and connection pools; `_OTHER` stands there, too, for methods and
      paths that callers make up.

      """;

  private TelemetryPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Metric.Owner owner : Metric.Owner.values()) {
      page.append("### ").append(title(owner)).append("\n\n");
      page.append("| metric | in Prometheus' text | kind | unit | labels | what |\n");
      page.append("| --- | --- | --- | --- | --- | --- |\n");
      Arrays.stream(Metric.values())
          .filter(metric -> metric.owner() == owner)
          .forEach(metric -> page.append(row(metric)));
      page.append('\n');
    }
    page.append("### Labels\n\n| label | values | most |\n| --- | --- | --- |\n");
    for (Label label : Label.values()) {
      page.append("| `%s` | %s | %d |\n".formatted(label.label(), label.range(), label.bound()));
    }
    page.append("\n## Spans\n\n");
    page.append("| name | kind | attributes | what |\n| --- | --- | --- | --- |\n");
    for (SpanKinds span : SpanKinds.values()) {
      page.append(row(span));
    }
    page.append(
        """

        Errors have the status ERROR and `error.type`. At a server only faults of the server are errors: what its caller
        did wrong has its status code alone. Calls that only wait, for work or for changes, are in no trace.

        ## Log fields

        | field | what |
        | --- | --- |
        """);
    for (LogField field : LogField.values()) {
      page.append("| `%s` | %s |\n".formatted(field.key(), field.description()));
    }
    page.append(
        """

        In JSON they are members of `mdc`; workers write them as `key=value`, or as members with `CLADE_LOG_JSON=true`.
        """);
    return page.toString();
  }

  private static String title(Metric.Owner owner) {
    return owner == Metric.Owner.ALL
        ? "Of every service"
        : "Of " + owner.name().toLowerCase(Locale.ROOT);
  }

  private static String row(Metric metric) {
    return "| `%s` | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            metric.metric(),
            metric.prometheusName(),
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.unit().symbol(),
            metric.labels().stream()
                .map(label -> "`" + label.label() + "`")
                .collect(Collectors.joining(", ")),
            metric.description());
  }

  private static String row(SpanKinds span) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            span.span(),
            span.kind(),
            span.attributes().stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", ")),
            span.description());
  }
}
