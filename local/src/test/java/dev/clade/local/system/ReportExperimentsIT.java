package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments' program as the command line starts it: it says in one line what is wrong. */
final class ReportExperimentsIT {
  @TempDir private Path folder;

  @Test
  void aNameThatThereIsNotIsToldWithThoseThereAre() throws Exception {
    Clade.Run run = report("experiments", "e99", "--images", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("clade: there is no experiment \"e99\"; there are e1, e2");
    assertThat(run.output()).doesNotContain("Usage");
  }

  @Test
  void imagesThatAreMissingAreNamed() throws Exception {
    Clade.Run run = report("shapley", "clothes", "--images", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("clade: there is no file " + folder.resolve("t10k-images-idx3-ubyte.gz"))
        .doesNotContain("Exception");
  }

  @Test
  void aReportWithoutANameIsRefused() throws Exception {
    Clade.Run run = report();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("name an analysis, or --list what there is");
  }

  private Clade.Run report(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Clade.run(Map.of("CLADE_STATE", folder.toString()), all);
  }
}
