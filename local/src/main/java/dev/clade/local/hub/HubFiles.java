package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a repository. Of the card and of {@code .gitattributes} the hub has the content; of
 * others it has size and hash, and where these were not recorded, such as follow from their name.
 */
final class HubFiles {
  /** Name of the file that is a repository's card. */
  static final String CARD = "README.md";

  private static final String ATTRIBUTES = ".gitattributes";
  private static final byte[] ATTRIBUTES_CONTENT =
      "*.safetensors filter=lfs diff=lfs merge=lfs -text\n".getBytes(StandardCharsets.UTF_8);
  private static final int LARGEST_ASSUMED = 1 << 20;

  private HubFiles() {}

  /** Returns the content of a file, as far as the hub has it. */
  static Optional<byte[]> content(SimulatedHub hub, Repository repository, String path) {
    return switch (path) {
      case CARD ->
          hub.card(repository.kind(), repository.id())
              .map(text -> text.getBytes(StandardCharsets.UTF_8));
      case ATTRIBUTES -> Optional.of(ATTRIBUTES_CONTENT);
      default -> Optional.empty();
    };
  }

  /** Returns the entries of the tree, sorted by path. */
  static List<JsonObject> tree(SimulatedHub hub, Repository repository, boolean recursive) {
    TreeMap<String, JsonObject> entries = new TreeMap<>();
    for (JsonElement sibling : repository.json().getAsJsonArray("siblings")) {
      JsonObject recorded = sibling.getAsJsonObject();
      String path = recorded.get("rfilename").getAsString();
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String folder = path.substring(0, slash);
        entries.put(
            folder, entry("directory", GitHash.ofText(repository + ":" + folder), 0, folder));
      }
      entries.put(path, file(hub, repository, recorded, path));
    }
    List<JsonObject> tree = new ArrayList<>();
    entries.forEach(
        (path, entry) -> {
          if (recursive || path.indexOf('/') < 0) {
            tree.add(entry);
          }
        });
    return tree;
  }

  private static JsonObject file(
      SimulatedHub hub, Repository repository, JsonObject recorded, String path) {
    Optional<byte[]> content = content(hub, repository, path);
    if (content.isPresent()) {
      return entry("file", GitHash.ofFile(content.get()), content.get().length, path);
    }
    String assumed = GitHash.ofText(repository + ":" + path);
    String hash = recorded.has("blobId") ? recorded.get("blobId").getAsString() : assumed;
    long size =
        recorded.has("size")
            ? recorded.get("size").getAsLong()
            : Math.floorMod(assumed.hashCode(), LARGEST_ASSUMED);
    JsonObject entry = entry("file", hash, size, path);
    if (recorded.has("lfs")) {
      entry.add("lfs", recorded.get("lfs"));
    }
    return entry;
  }

  private static JsonObject entry(String type, String hash, long size, String path) {
    JsonObject entry = new JsonObject();
    entry.addProperty("type", type);
    entry.addProperty("oid", hash);
    entry.addProperty("size", size);
    entry.addProperty("path", path);
    return entry;
  }
}
