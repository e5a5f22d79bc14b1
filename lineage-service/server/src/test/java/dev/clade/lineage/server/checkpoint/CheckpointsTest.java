package dev.clade.lineage.server.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.testing.TestCheckpoints;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path folder;

  @Test
  void aRestartHasTheGraphOfBefore() {
    GraphKeeper before = graph();
    before.apply(List.of(model("x/a"), model("x/b")), 7);
    checkpoints(before, Duration.ZERO).write();

    GraphKeeper after = graph();
    checkpoints(after, Duration.ZERO).restore();

    assertThat(after.applied()).isEqualTo(7);
    assertThat(after.ready().sequence()).isEqualTo(7);
    assertThat(after.ready().nodeCount()).isEqualTo(2);
    after.apply(List.of(model("x/c")), 8);
    after.publish();
    assertThat(after.ready().nodeCount()).isEqualTo(3);
  }

  @Test
  void withoutAFileTheGraphIsNotReady() {
    GraphKeeper graph = graph();
    checkpoints(graph, Duration.ZERO).restore();
    assertThat(graph.isReady()).isFalse();
    assertThat(graph.applied()).isZero();
  }

  @Test
  void aDamagedFileIsNoUse() throws IOException {
    GraphKeeper before = graph();
    before.apply(List.of(model("x/a")), 1);
    checkpoints(before, Duration.ZERO).write();
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);

    GraphKeeper after = graph();
    checkpoints(after, Duration.ZERO).restore();
    assertThat(after.isReady()).isFalse();
  }

  @Test
  void aFileThatAKillLeftUnfinishedIsReplaced() throws IOException {
    Files.write(folder.resolve("records.clade.unfinished"), new byte[100_000]);
    GraphKeeper before = graph();
    before.apply(List.of(model("x/a")), 1);
    checkpoints(before, Duration.ZERO).write();

    GraphKeeper after = graph();
    checkpoints(after, Duration.ZERO).restore();
    assertThat(after.ready().nodeCount()).isEqualTo(1);
    assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
  }

  @Test
  void isWrittenWhenSomethingChangedAndNotTooOften() throws IOException {
    GraphKeeper graph = graph();
    Checkpoints checkpoints = checkpoints(graph, Duration.ofHours(1));
    checkpoints.writeIfDue();
    assertThat(file()).doesNotExist();

    graph.apply(List.of(model("x/a")), 1);
    checkpoints.writeIfDue();
    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file(), old);
    graph.apply(List.of(model("x/b")), 2);
    checkpoints.writeIfDue();
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(old);

    checkpoints.write();
    Files.setLastModifiedTime(file(), old);
    checkpoints.write();
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(old);
    GraphKeeper after = graph();
    checkpoints(after, Duration.ZERO).restore();
    assertThat(after.applied()).isEqualTo(2);
  }

  @Test
  void aFolderThatCannotBeWrittenDoesNotStopTheGraph() throws IOException {
    Files.write(folder.resolve("taken"), new byte[0]);
    GraphKeeper graph = graph();
    graph.apply(List.of(model("x/a")), 1);
    TestCheckpoints.of(graph, folder.resolve("taken"), Duration.ZERO).write();
    assertThat(graph.applied()).isEqualTo(1);
  }

  private Path file() {
    return folder.resolve("records.clade");
  }

  private Checkpoints checkpoints(GraphKeeper graph, Duration every) {
    return TestCheckpoints.of(graph, folder, every);
  }

  private static GraphKeeper graph() {
    return new GraphKeeper(new SimpleMeterRegistry());
  }

  private static ArtifactRecord model(String id) {
    return new ArtifactRecord(ArtifactName.model(id), List.of());
  }
}
