package dev.clade.local.trace;

import dev.clade.local.print.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps spans in files, a line of JSON each. When there is too much, the oldest files go. A process
 * begins a file of its own, so that a line which another left half written harms nothing.
 */
public final class TraceStore {
  /** Bytes at which a file is full. */
  static final long FULL_FILE = 4L * 1024 * 1024;

  /** Most files, the one that is written included: 32 MiB in all. */
  static final int MOST_FILES = 8;

  private static final String PREFIX = "spans-";
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final InstantSource clock;
  private final long fullFile;
  private Path current;

  /** Creates the store of a folder, which is there. */
  public TraceStore(Path folder) {
    this(folder, InstantSource.system(), FULL_FILE);
  }

  TraceStore(Path folder, InstantSource clock, long fullFile) {
    this.folder = folder;
    this.clock = clock;
    this.fullFile = fullFile;
  }

  /** Keeps spans. Any thread may call. */
  public synchronized void keep(List<TraceSpan> spans) {
    StringBuilder lines = new StringBuilder();
    spans.forEach(span -> lines.append(Json.line(span)).append('\n'));
    try {
      if (current == null || Files.size(current) >= fullFile) {
        current = begin();
      }
      Files.writeString(current, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all spans that are kept, in the order in which they arrived. */
  public List<TraceSpan> spans() {
    List<TraceSpan> spans = new ArrayList<>();
    for (Path file : files()) {
      try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
        lines.filter(line -> line.endsWith("}")).forEach(line -> spans.add(span(line)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return spans;
  }

  private static TraceSpan span(String line) {
    return Json.parse(line, TraceSpan.class);
  }

  private Path begin() throws IOException {
    List<Path> files = new ArrayList<>(files());
    while (files.size() >= MOST_FILES) {
      Files.deleteIfExists(files.removeFirst());
    }
    // Names sort by time; a second file within a millisecond is the same one.
    return folder.resolve("%s%016d%s".formatted(PREFIX, clock.millis(), SUFFIX));
  }

  private List<Path> files() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
