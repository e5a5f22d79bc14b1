package dev.clade.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder below the system's temporary one that is gone, with what is in it, once closed. Its
 * owner holds the lock of a file in it, which ends with the owner however that ends; whoever makes
 * a folder first removes those that nobody holds any more.
 */
final class ScratchFolder implements Closeable {
  static final String PREFIX = "clade-scratch-";
  static final String LOCK = "owner.lock";

  /**
   * Folders of this process. They are never looked at: to close a file gives all the locks back
   * that the process holds of it.
   */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path path;
  private final FileChannel lock;

  private ScratchFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes a folder in the system's temporary one. */
  static ScratchFolder create() throws IOException {
    return create(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Makes a folder in another. */
  static synchronized ScratchFolder create(Path parent) throws IOException {
    while (true) {
      Path path = Files.createTempDirectory(parent, PREFIX).toRealPath();
      FileChannel lock = hold(path);
      if (lock != null) {
        OWN.add(path);
        removeLeftovers(path);
        return new ScratchFolder(path, lock);
      }
    }
  }

  /** Returns where it is, free of links. */
  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    synchronized (ScratchFolder.class) {
      try (lock) {
        delete(path);
      } finally {
        OWN.remove(path);
      }
    }
  }

  /** Takes a folder; returns null when somebody else has it, or has just removed it. */
  private static FileChannel hold(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
    boolean mine = false;
    try {
      // A file that was removed in the meantime locks nothing.
      mine = channel.tryLock() != null && Files.exists(file);
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process has it.
    } finally {
      if (!mine) {
        channel.close();
      }
    }
    return mine ? channel : null;
  }

  private static void removeLeftovers(Path mine) {
    try (Stream<Path> beside = Files.list(mine.getParent())) {
      UserPrincipal me = Files.getOwner(mine);
      beside.filter(ScratchFolder::mayBeLeftover).forEach(folder -> removeUnheld(folder, me));
    } catch (IOException | UncheckedIOException e) {
      // What cannot be removed now, whoever makes the next folder tries to.
    }
  }

  private static boolean mayBeLeftover(Path path) {
    return path.getFileName().toString().startsWith(PREFIX)
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && !OWN.contains(path);
  }

  private static void removeUnheld(Path folder, UserPrincipal me) {
    try {
      boolean mine = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me);
      try (FileChannel lock = mine ? hold(folder) : null) {
        if (lock != null) {
          delete(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // So with a single one: it must not keep the others.
    }
  }

  /** The lock's file goes last, so that what is being removed is never taken for a new folder. */
  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    Path lock = folder.resolve(LOCK);
    for (Path each : deepestFirst) {
      if (!each.equals(lock) && !each.equals(folder)) {
        Files.deleteIfExists(each);
      }
    }
    Files.deleteIfExists(lock);
    Files.deleteIfExists(folder);
  }
}
