package dev.clade.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trace looks like, to the letter. */
final class WaterfallTest {
  private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";

  private static final TraceSpan ROOT =
      Spans.of("a000000000000000", "", "clade", "clade import", 0, 1000);
  private static final TraceSpan UPLOAD =
      Spans.of("b000000000000000", "a000000000000000", "clade-ingest", "ImportService/Up", 10, 260);
  private static final TraceSpan INSERT =
      Spans.of("c000000000000000", "b000000000000000", "clade-ingest", "INSERT upload", 20, 21);
  private static final TraceSpan IMPORT =
      Spans.of("d000000000000000", "a000000000000000", "clade-ingest", "import", 300, 1600);

  @Test
  void drawsSpansUnderTheirParentsWhereTheyTookPlace() {
    assertThat(draw(List.of(INSERT, IMPORT, UPLOAD, ROOT)))
        .isEqualTo(
            """
            trace 4bf92f3577b34da6a3ce929d0e0e4736, 2025-11-24T16:00:00Z, 1.60 s, 4 spans, 0 errors
            service       span                    start  duration
            clade         clade import             0 us    1.00 s ███████████████████████
            clade-ingest  ├─ ImportService/Up   10.0 ms  250.0 ms ██████
            clade-ingest  │  └─ INSERT upload   20.0 ms    1.0 ms █
            clade-ingest  └─ import            300.0 ms    1.30 s       █████████████████████████████
            """);
  }

  @Test
  void tellsWhatFailedWhatItLinksToAndWhatLinksToIt() {
    TraceSpan broken = Spans.failed(IMPORT, "UNAVAILABLE");
    TraceSpan applied =
        Spans.linked(
            Spans.of("e000000000000000", "", "clade-lineage", "apply changes", 1600, 1700),
            OTHER,
            new TraceSpan.Link(Spans.TRACE, broken.spanId()));
    Trace trace = new Trace(Spans.TRACE, List.of(ROOT, broken));
    assertThat(
            Waterfall.draw(
                trace, TraceDocument.whole(trace, List.of(ROOT, broken, applied)).linkedFrom(), 80))
        .isEqualTo(
            """
            trace 4bf92f3577b34da6a3ce929d0e0e4736, 2025-11-24T16:00:00Z, 1.60 s, 2 spans, 1 error
            service       span                        start  duration
            clade         clade import                 0 us    1.00 s ██████████████
            clade-ingest  └─ import [UNAVAILABLE]  300.0 ms    1.30 s     ██████████████████
            linked from apply changes of clade-lineage, trace 0af7651916cd43dd8448eb211c80319c
            """);
    assertThat(Waterfall.draw(new Trace(OTHER, List.of(applied)), List.of(), 80))
        .isEqualTo(
            """
            trace 0af7651916cd43dd8448eb211c80319c, 2025-11-24T16:00:01Z, 100.0 ms, 1 span, 0 errors
            service        span                 start  duration
            clade-lineage  apply changes         0 us  100.0 ms ████████████████████████████
                              links to span d000000000000000 of trace 4bf92f3577b34da6a3ce929d0e0e4736
            """);
  }

  @Test
  void aTraceWhoseParentsAreMissingSaysSo() {
    assertThat(draw(List.of(INSERT, IMPORT)))
        .isEqualTo(
            """
            trace 4bf92f3577b34da6a3ce929d0e0e4736, 2025-11-24T16:00:00Z, 1.58 s, 2 spans, 0 errors
            not complete: of 2 spans the parent is not here
            service       span                 start  duration
            clade-ingest  INSERT upload         0 us    1.0 ms █
            clade-ingest  import            280.0 ms    1.30 s       ████████████████████████████████
            """);
  }

  @Test
  void aLongNameKeepsItsEnds() {
    TraceSpan called =
        Spans.of("a000000000000000", "", "s", "clade.ingest.v1.CatalogueService/GetArtifact", 0, 9);
    Trace trace = new Trace(Spans.TRACE, List.of(called));
    assertThat(Waterfall.draw(trace, List.of(), 120).lines().skip(2))
        .singleElement()
        .asString()
        .startsWith("s  clade.ingest.v1.CatalogueService/GetArtifact ");
    assertThat(Waterfall.draw(trace, List.of(), 1).lines().skip(2))
        .singleElement()
        .asString()
        .contains("…")
        .contains("/GetArtifact")
        .hasSizeLessThanOrEqualTo(72);
  }

  private static String draw(List<TraceSpan> spans) {
    return Waterfall.draw(new Trace(Spans.TRACE, spans), List.of(), 90);
  }
}
