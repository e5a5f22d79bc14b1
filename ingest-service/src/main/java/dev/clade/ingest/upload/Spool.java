package dev.clade.ingest.upload;

import dev.clade.ingest.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The folder in which uploads wait. Files are named by their upload's id, never by what a client
 * calls them. Its methods block.
 */
@ApplicationScoped
public class Spool {
  private static final Logger LOG = Logger.getLogger(Spool.class);

  private final Path folder;
  private final Duration orphanAge;

  @Inject
  Spool(IngestConfig config) {
    this.folder = config.spool().toAbsolutePath();
    this.orphanAge = config.orphanAge();
  }

  /** Returns where the file of an upload is. */
  public Path file(UUID upload) {
    return folder.resolve(upload.toString());
  }

  /** Opens a new file for an upload. */
  FileChannel create(UUID upload) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(file(upload), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Waits until the file and its name are on the disk, so that they survive a power cut. */
  void sync(FileChannel file) throws IOException {
    file.force(true);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** Removes the file of an upload that came to nothing. */
  void delete(UUID upload) {
    try {
      Files.deleteIfExists(file(upload));
    } catch (IOException e) {
      LOG.warnf(e, "cannot remove the upload %s now; it is tried again later", upload);
    }
  }

  /**
   * Removes files that no upload owns. Young ones are spared: they may be on their way in, here or
   * in another instance.
   *
   * @param imported uploads just imported, removed whatever their age
   * @param owned uploads that have a row
   */
  public void sweep(Set<UUID> imported, Set<UUID> owned) {
    Set<String> ownedNames = owned.stream().map(UUID::toString).collect(Collectors.toSet());
    imported.stream().filter(upload -> !owned.contains(upload)).forEach(this::delete);
    try {
      for (Path file : files()) {
        if (!ownedNames.contains(file.getFileName().toString()) && isOld(file)) {
          Files.deleteIfExists(file);
          LOG.infof("removed %s, which no upload owns", file);
        }
      }
    } catch (IOException e) {
      LOG.warnf(e, "cannot clean %s now; it is tried again later", folder);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private boolean isOld(Path file) throws IOException {
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    return modified.isBefore(Instant.now().minus(orphanAge));
  }
}
