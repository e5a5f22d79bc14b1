package dev.clade.local.mesh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Starts the embedded Redis server, which is a cache here: it keeps nothing on disk. */
final class Redis {
  private Redis() {}

  static ChildProcess start(StateFolder state, int port) {
    Path folder = state.folder("redis");
    try {
      Path executable = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
      return ChildProcess.start(
          "redis",
          state,
          List.of(
              executable.toString(),
              "--port",
              Integer.toString(port),
              "--bind",
              "127.0.0.1",
              "--dir",
              folder.toString(),
              "--save",
              "",
              "--appendonly",
              "no",
              "--maxmemory",
              "128mb",
              "--maxmemory-policy",
              "allkeys-lru"),
          Map.of());
    } catch (IOException e) {
      throw new MeshFailure("cannot unpack Redis: " + e.getMessage(), e);
    }
  }
}
