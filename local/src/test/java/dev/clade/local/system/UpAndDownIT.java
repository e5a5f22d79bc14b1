package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.MeshState;
import dev.clade.local.mesh.ProcessMark;
import dev.clade.local.mesh.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code up} starts survives it, even a kill of everything, and {@code down} stops only that.
 */
final class UpAndDownIT {
  private static final Pattern TRACE = Pattern.compile("^trace ([0-9a-f]{32})$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @AfterEach
  void stop() throws Exception {
    clade("down");
  }

  @Test
  void startsOnceSurvivesAKillAndStopsOnlyWhatItStarted() throws Exception {
    assertThat(clade("status").exitCode()).isEqualTo(1);
    Clade.Run up = clade("up");
    assertThat(up.exitCode()).as(up.output()).isZero();
    MeshState first = new StateFolder(folder).readRunning().orElseThrow();
    assertThat(clade("up").output()).contains("already runs");
    importSample();
    assertThat(clade("status").output()).contains("1 artifacts").contains("feed: latest change");
    aCommandIsRecordedWhenItIsAsked();

    killEverything(first);
    Clade.Run again = clade("up");
    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(again.output()).doesNotContain("already runs");
    assertThat(clade("artifact", "a/b").output()).contains("models/a/b");
    MeshState second = new StateFolder(folder).readRunning().orElseThrow();

    Process bystander = new ProcessBuilder("sleep", "60").start();
    Clade.Run down = clade("down");
    assertThat(down.exitCode()).as(down.output()).isZero();
    assertThat(bystander.isAlive()).isTrue();
    bystander.destroy();
    assertThat(second.processes()).allMatch(process -> process.find().isEmpty());
    assertThat(second.owner().find()).isEmpty();
    assertThat(clade("down").output()).contains("No mesh runs here");
    assertThat(clade("artifact", "a/b"))
        .satisfies(
            run -> {
              assertThat(run.exitCode()).isEqualTo(1);
              assertThat(run.output().lines()).singleElement().asString().contains("./clade up");
            });
  }

  private void aCommandIsRecordedWhenItIsAsked() throws Exception {
    Clade.Run asked = clade("artifact", "a/b", "--trace");
    Matcher printed = TRACE.matcher(asked.output());
    assertThat(printed.find()).as(asked.output()).isTrue();
    Clade.Run drawn = clade("trace", printed.group(1), "--width", "150");
    assertThat(drawn.exitCode()).as(drawn.output()).isZero();
    assertThat(drawn.output())
        .startsWith("trace " + printed.group(1))
        .contains("clade artifact", "CatalogueService/GetArtifact");
    assertThat(clade("trace").output()).contains(printed.group(1));
  }

  /** The number of a process that ended may be somebody else's by now. */
  @Test
  void leavesAProcessAloneThatOnlyHasTheNumber() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    ProcessMark before =
        new ProcessMark(
            "ingest",
            other.pid(),
            other.toHandle().info().startInstant().orElseThrow().minusSeconds(1));

    assertThat(before.find()).isEmpty();
    assertThat(before.end(Duration.ofSeconds(1))).isFalse();
    assertThat(other.isAlive()).isTrue();
    other.destroy();
  }

  private void importSample() throws Exception {
    Path file = folder.resolve("one.tsv");
    Files.writeString(
        file,
        "id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags\na/b\t\t1\t2\t\t\t\n");
    Clade.Run run = clade("import", file.toString());
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private static void killEverything(MeshState state) {
    Stream.concat(Stream.of(state.owner()), state.processes().stream())
        .flatMap(mark -> mark.find().stream())
        .toList()
        .forEach(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  private Clade.Run clade(String... arguments) throws Exception {
    return Clade.run(Map.of("CLADE_STATE", folder.toString()), arguments);
  }
}
