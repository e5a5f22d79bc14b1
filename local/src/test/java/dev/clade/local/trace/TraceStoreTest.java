package dev.clade.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceStoreTest {
  private static final long SMALL = 1_000;

  @TempDir private Path folder;
  private final AtomicLong millis = new AtomicLong(1);

  @Test
  void whatIsKeptIsReadBackAsItWas() {
    TraceSpan span =
        Spans.linked(
            Spans.failed(Spans.of("a000000000000000", "", "s", "say \"hä\"\n", 1, 2), "E"),
            Spans.TRACE,
            new TraceSpan.Link("1", "2"));
    store().keep(List.of(span));
    assertThat(store().spans()).containsExactly(span);
  }

  @Test
  void theOldestGoWhenThereIsTooMuch() throws Exception {
    TraceStore store = store();
    for (int i = 0; i < 100; i++) {
      store.keep(List.of(span(i)));
    }
    List<String> names = store.spans().stream().map(TraceSpan::name).toList();
    assertThat(names).contains("span 99").doesNotContain("span 0");
    assertThat(names.stream().map(name -> Integer.valueOf(name.substring(5)))).isSorted();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(TraceStore.MOST_FILES);
      for (Path file : all) {
        assertThat(Files.size(file)).isLessThan(2 * SMALL);
      }
    }
  }

  @Test
  void aLineThatAKilledProcessLeftHalfWrittenHarmsNothing() throws Exception {
    store().keep(List.of(span(10)));
    try (Stream<Path> files = Files.list(folder)) {
      Files.writeString(
          files.findFirst().orElseThrow(), "{\"trace_id\":\"4b", StandardOpenOption.APPEND);
    }
    store().keep(List.of(span(11)));
    assertThat(store().spans()).containsExactly(span(10), span(11));
  }

  private static TraceSpan span(int number) {
    return Spans.of("%016x".formatted(number), "", "s", "span " + number, number, number + 1);
  }

  private TraceStore store() {
    return new TraceStore(folder, () -> Instant.ofEpochMilli(millis.getAndIncrement()), SMALL);
  }
}
