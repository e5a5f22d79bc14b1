package dev.clade.local.mesh;

import dev.clade.local.print.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a mesh keeps everything in: the database, logs, uploads, and which processes run.
 *
 * @param root the folder; created when needed
 */
public record StateFolder(Path root) {
  private static final String LOCK = "lock";
  private static final String LOGS = "logs";

  /** Creates the folder, if it is not there yet. */
  public StateFolder {
    root = root.toAbsolutePath().normalize();
    createDirectories(root.resolve(LOGS));
  }

  /** Returns the state of the mesh that was last started here, running or not. */
  public Optional<MeshState> read() {
    try {
      return Optional.of(Json.parse(Files.readString(file()), MeshState.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the state of the mesh here when the process that owns it runs. */
  public Optional<MeshState> readRunning() {
    return read().filter(state -> state.owner().find().isPresent());
  }

  /** Returns the log of a process. */
  public Path log(String process) {
    return root.resolve(LOGS).resolve(process + ".log");
  }

  /** Returns a folder inside this one, which is created when needed. */
  public Path folder(String name) {
    Path folder = root.resolve(name);
    createDirectories(folder);
    return folder;
  }

  void write(MeshState state) {
    try {
      Path fresh = root.resolve("mesh.json.new");
      Files.writeString(fresh, Json.pretty(state));
      Files.move(
          fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes everything but the lock. */
  void clear() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.filter(path -> !path.endsWith(LOCK)).toList()) {
        Folders.delete(entry);
      }
    }
    createDirectories(root.resolve(LOGS));
  }

  /**
   * Makes this process the only one that may run a mesh here, until it closes the channel or ends.
   *
   * @throws MeshFailure when another process has it
   */
  FileChannel lock() {
    try {
      FileChannel channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new MeshFailure("another mesh uses %s; stop it with ./clade down".formatted(root));
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private Path file() {
    return root.resolve("mesh.json");
  }

  private static void createDirectories(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new MeshFailure("cannot create the folder " + folder, e);
    }
  }
}
