package dev.clade.runtime.traps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository. */
final class Sources {
  /** Modules that end up in a server. */
  static final List<String> SERVERS =
      List.of("ingest-service", "lineage-service/server", "valuation-service/server");

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String BUILT = "target";

  private Sources() {}

  /** Returns the sources in Java below a folder, such as {@code proto/src/main}. */
  static List<Path> java(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !ROOT.relativize(file).toString().contains(BUILT))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what a file says, such as {@code docs/traps.md}. */
  static String read(String file) {
    return read(ROOT.resolve(file));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
