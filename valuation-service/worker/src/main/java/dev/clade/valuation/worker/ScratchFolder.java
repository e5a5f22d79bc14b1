package dev.clade.valuation.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folder of files that a process keeps for itself; it goes with the process. */
final class ScratchFolder {
  private ScratchFolder() {}

  /** Makes a folder of a new name among the temporary ones. */
  static Path make() {
    try {
      Path folder = Files.createTempDirectory("clade-worker-");
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  private static void remove(File folder) {
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      file.delete();
    }
    folder.delete();
  }
}
