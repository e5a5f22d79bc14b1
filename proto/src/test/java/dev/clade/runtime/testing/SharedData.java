package dev.clade.runtime.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * Finds the real data that checks run on. It lies outside the repository, in {@code
 * ../shared/data}, or where the system property {@code clade.shared.data} or the variable {@code
 * CLADE_SHARED_DATA} says.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * Returns a file or folder of the real data. Where there is none, the test that asks is skipped
   * with a message; when the variable {@code CI} is {@code true} it fails.
   *
   * @param relative path below the data folder, such as {@code hub_models_2024_07/models.tsv.gz}
   */
  public static Path require(String relative) {
    Path path = folder().resolve(relative);
    if (Files.exists(path)) {
      return path;
    }
    String message =
        "%s is not there; set CLADE_SHARED_DATA to the folder that holds %s"
            .formatted(path, relative);
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    throw new TestAbortedException(message);
  }

  private static Path folder() {
    String configured = System.getProperty("clade.shared.data", System.getenv("CLADE_SHARED_DATA"));
    return configured == null
        ? repository().resolveSibling("shared").resolve("data")
        : Path.of(configured);
  }

  private static Path repository() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above " + start + " is the repository");
  }
}
