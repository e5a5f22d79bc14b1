package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.local.client.CallFailure;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.error.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A disk that takes no more, as a limit on the size of a process' files: the system refuses the
 * write in the middle, as it does when a disk is full, and no right to mount one is needed.
 */
final class DiskFullIT {
  /** More than a service's log, which is a file too. */
  private static final long LIMIT = 512 * 1024;

  private static final int UPLOAD_BYTES = 3 * 1024 * 1024;

  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.start(List.of(Service.INGEST, Service.LINEAGE), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void anUploadThatDoesNotFitIsRefusedAndLeavesNothing() throws Exception {
    FileImport files = new FileImport(mesh.client());
    byte[] large = new byte[UPLOAD_BYTES];
    limitFiles(Service.INGEST, Long.toString(LIMIT));

    CallFailure failure =
        catchThrowableOfType(
            CallFailure.class, () -> files.upload("large.tsv", new ByteArrayInputStream(large)));

    assertThat(failure.reason()).contains(Reason.STORAGE_UNAVAILABLE);
    assertThat(failure).hasMessageNotContainingAny("Exception", "spool", "/");
    assertThat(files("spool")).isEmpty();
    files.upload("small.tsv", new ByteArrayInputStream(new byte[1_000]));
    assertThat(files("spool")).hasSize(1);

    limitFiles(Service.INGEST, "unlimited");
    assertThat(files.upload("large.tsv", new ByteArrayInputStream(large)).getSizeBytes())
        .isEqualTo(UPLOAD_BYTES);
  }

  /** The records on disk only save time: without them the feed is read again. */
  @Test
  void aGraphThatCannotKeepItsRecordsAnswersAndComesBackWhole() throws Exception {
    limitFiles(Service.LINEAGE, "1000");
    long sequence =
        FileImport.result(
                new FileImport(mesh.client())
                    .run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {}))
            .getLastSequence();
    LineageReader graph = new LineageReader(mesh.client());
    graph.await(sequence);
    long nodes = graph.position().getAppliedSequence();

    mesh.mesh().process(Service.LINEAGE).close();
    assertThat(files("lineage")).as("nothing could be kept").allMatch(file -> size(file) <= 1_000);
    mesh.mesh().restart(Service.LINEAGE);

    graph.await(sequence);
    assertThat(graph.position().getAppliedSequence()).isEqualTo(nodes);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(mesh.state().folder(folder))) {
      return files.toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the soft limit alone, which its owner may raise again. */
  private static void limitFiles(Service service, String bytes) throws Exception {
    long pid = mesh.mesh().process(service).mark().pid();
    Process prlimit =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(pid), "--fsize=%s:unlimited".formatted(bytes))
            .inheritIO()
            .start();
    assertThat(prlimit.waitFor()).isZero();
  }
}
