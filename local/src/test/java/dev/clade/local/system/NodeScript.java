package dev.clade.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * Runs small programs in Node.js with one package of the npm registry, kept in the build folder.
 */
final class NodeScript {
  private static final int OLDEST_NODE = 18;
  private static final long MINUTES = 5;

  private final Path folder;

  private NodeScript(Path folder) {
    this.folder = folder;
  }

  /**
   * Prepares a folder with a package. Where there is no Node.js, or no package can be had, the test
   * that asks is skipped with a message; when the variable {@code CI} is {@code true} and there is
   * Node.js, it fails.
   */
  static NodeScript withPackage(String name, String version)
      throws IOException, InterruptedException {
    if (nodeVersion() < OLDEST_NODE) {
      throw new TestAbortedException(
          "Node.js %d or newer and npm are needed to run %s".formatted(OLDEST_NODE, name));
    }
    Path folder = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
    Path installed = folder.resolve("node_modules").resolve(name).resolve("package.json");
    if (!Files.exists(installed)
        || !Files.readString(installed).contains("\"version\": \"" + version + "\"")) {
      // Without this file, npm would install into a folder above that has one.
      Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
      try {
        execute(folder, List.of("npm", "install", "--no-audit", "--no-fund", name + "@" + version));
      } catch (IOException e) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
          throw e;
        }
        throw new TestAbortedException("npm cannot install " + name, e);
      }
    }
    return new NodeScript(folder);
  }

  /** Runs a module and returns what it prints. */
  String run(String module) throws IOException, InterruptedException {
    Path script = Files.createTempFile(folder, "script", ".mjs");
    try {
      return execute(folder, List.of("node", Files.writeString(script, module).toString()));
    } finally {
      Files.delete(script);
    }
  }

  private static int nodeVersion() throws InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    try {
      execute(here, List.of("npm", "--version"));
      String version = execute(here, List.of("node", "--version")).strip();
      return Integer.parseInt(version.substring(1, version.indexOf('.')));
    } catch (IOException e) {
      return 0;
    }
  }

  private static String execute(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("node", ".out");
    Path errors = Files.createTempFile("node", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command + " took longer than " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(errors));
      }
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(errors);
    }
  }
}
