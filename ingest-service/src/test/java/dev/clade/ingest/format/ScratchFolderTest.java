package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  @TempDir private Path parent;

  @Test
  void aFolderIsGoneOnceClosed() throws Exception {
    Path path;
    try (ScratchFolder folder = ScratchFolder.create(parent)) {
      path = folder.path();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "x");
    }

    assertThat(path).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatALivingOneHoldsIsNot() throws Exception {
    Process owner = startOwner();
    try {
      Path held = Path.of(firstLine(owner));
      Path leftover = Files.createDirectory(parent.resolve(ScratchFolder.PREFIX + "before"));
      Files.writeString(leftover.resolve("tables.duckdb"), "x");
      Path other = Files.createDirectory(parent.resolve("other"));

      try (ScratchFolder own = ScratchFolder.create(parent);
          ScratchFolder second = ScratchFolder.create(parent)) {
        assertThat(folders()).containsExactlyInAnyOrder(held, own.path(), second.path(), other);
      }
      owner.destroyForcibly().waitFor();
      assertThat(held.resolve("a/b")).exists();
      ScratchFolder.create(parent).close();

      assertThat(folders()).containsExactly(other);
    } finally {
      owner.destroyForcibly();
    }
  }

  @Test
  void noOwnerLosesItsFolderToAnother() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Process> owners = List.of(startOwner(), startOwner());
      try {
        List<Path> held =
            List.of(Path.of(firstLine(owners.get(0))), Path.of(firstLine(owners.get(1))));
        List<Future<Boolean>> work =
            IntStream.range(0, 200).mapToObj(_ -> threads.submit(this::keepsItsFolder)).toList();
        for (Future<Boolean> kept : work) {
          assertThat(kept.get()).isTrue();
        }
        assertThat(folders()).containsExactlyInAnyOrderElementsOf(held);
      } finally {
        owners.forEach(Process::destroyForcibly);
      }
    }
  }

  private boolean keepsItsFolder() throws IOException {
    try (ScratchFolder folder = ScratchFolder.create(parent)) {
      Path file = Files.writeString(folder.path().resolve("x"), "x");
      Thread.onSpinWait();
      return Files.exists(file);
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(parent.toRealPath())) {
      return all.toList();
    }
  }

  private Process startOwner() throws Exception {
    String classes = place(ScratchFolder.class) + ":" + place(Owner.class);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            classes,
            Owner.class.getName(),
            parent.toRealPath().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String firstLine(Process process) throws IOException {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  /** Another process: it makes a folder, says where, and waits to be killed. */
  static final class Owner {
    public static void main(String[] arguments) throws Exception {
      ScratchFolder folder = ScratchFolder.create(Path.of(arguments[0]));
      Files.createDirectories(folder.path().resolve("a/b"));
      System.out.println(folder.path());
      Thread.sleep(60_000);
    }
  }
}
