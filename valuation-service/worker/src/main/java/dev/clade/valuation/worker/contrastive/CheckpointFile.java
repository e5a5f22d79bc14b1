package dev.clade.valuation.worker.contrastive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps the state of a training in a file.
 *
 * @param file the file; a new state is written beside it first
 */
public record CheckpointFile(Path file) implements TrainingCheckpoints {
  @Override
  public Optional<InputStream> open() throws IOException {
    try {
      return Optional.of(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(Content content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileOutputStream out = new FileOutputStream(fresh.toFile());
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
      content.write(buffered);
      buffered.flush();
      out.getFD().sync();
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
