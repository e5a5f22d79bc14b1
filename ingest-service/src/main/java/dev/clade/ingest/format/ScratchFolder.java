package dev.clade.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder below the system's temporary one that is gone, with what is in it, once closed. */
record ScratchFolder(Path path) implements Closeable {

  static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("clade-dump-").toRealPath());
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
