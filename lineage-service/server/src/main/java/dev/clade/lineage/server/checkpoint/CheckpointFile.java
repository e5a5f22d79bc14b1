package dev.clade.lineage.server.checkpoint;

import dev.clade.lineage.graph.file.BadFileException;
import dev.clade.lineage.graph.record.RecordFile;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.server.graph.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The file of the records. Troubles with it are logged and otherwise mean that there is none, since
 * the feed has everything. For the feed's thread only.
 */
@Singleton
public final class CheckpointFile implements RecordStore {
  private static final Logger LOG = Logger.getLogger(CheckpointFile.class);

  private final Path file;
  private final Path unfinished;

  /** Names the file, without looking for it. */
  @Inject
  public CheckpointFile(CheckpointSettings settings) {
    file = settings.folder().resolve("records.clade");
    unfinished = settings.folder().resolve("records.clade.unfinished");
  }

  /** Returns what the file holds, or nothing when there is none that can be read. */
  public Optional<RecordFile.Restored> read() {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(RecordFile.read(in));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (BadFileException e) {
      LOG.warnf(
          "The checkpoint %s is of no use: %s. The whole feed is read.", file, e.getMessage());
    } catch (IOException e) {
      LOG.warnf(e, "The checkpoint %s cannot be read. The whole feed is read.", file);
    }
    return Optional.empty();
  }

  /** Replaces the file, in one step and only once the new one is on the disk. */
  @Override
  public boolean write(RecordTable table, long sequence) {
    try {
      Files.createDirectories(unfinished.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        OutputStream out = Channels.newOutputStream(channel);
        RecordFile.write(table, sequence, out);
        out.flush();
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      LOG.warnf(e, "The checkpoint %s cannot be written. A restart takes longer.", file);
      return false;
    }
  }
}
