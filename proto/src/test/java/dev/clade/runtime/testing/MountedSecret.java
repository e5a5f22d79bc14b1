package dev.clade.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A folder as the kubelet mounts secrets: every name is a link through {@code ..data}, which is a
 * link to a folder of the current contents. An update turns that one link, so that all files change
 * at once.
 */
public final class MountedSecret {
  private static final String CURRENT = "..data";

  private final Path folder;
  private int version;

  /** Mounts a secret on a folder, which is there. */
  public MountedSecret(Path folder) {
    this.folder = folder;
  }

  /** Puts contents by file name in the place of whatever there was. */
  public void put(Map<String, String> contents) throws IOException {
    version++;
    Path own = Files.createDirectory(folder.resolve("..version-" + version));
    for (Map.Entry<String, String> content : contents.entrySet()) {
      Files.writeString(own.resolve(content.getKey()), content.getValue());
    }
    Path fresh = folder.resolve("..data_tmp");
    Files.createSymbolicLink(fresh, own.getFileName());
    Files.move(fresh, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    for (String name : contents.keySet()) {
      if (!Files.isSymbolicLink(folder.resolve(name))) {
        Files.createSymbolicLink(folder.resolve(name), Path.of(CURRENT, name));
      }
    }
  }

  /** Returns where a file is found. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
