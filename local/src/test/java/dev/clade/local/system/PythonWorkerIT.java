package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.local.client.ContributorSets;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.mesh.Detour;
import dev.clade.local.mesh.MeshSecrets;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example worker of the published contract, in Python, completes a run. */
final class PythonWorkerIT {
  @TempDir private Path folder;

  /**
   * Utility is ln(1 + items / 100): ln 7 for the large contributor, ln 3 for the small one, ln 9
   * for both. So the large one is worth (ln 7 + ln 9 - ln 3) / 2, and who brings nothing is worth
   * 0.
   */
  @ParameterizedTest(name = "secure: {0}")
  @ValueSource(booleans = {false, true})
  void theExampleWorkerCompletesARunAndItsValuesAreThoseOfTheFormula(boolean secure)
      throws Exception {
    PythonProgram python = PythonProgram.withGrpc();
    Path home = TestMesh.home();
    Path log = folder.resolve("worker.log");
    try (TestMesh mesh =
        TestMesh.start(
            List.of(Service.VALUATION),
            Map.of("CLADE_VALUATION_LAUNCHER_LOCAL_WORKERS", "0"),
            Detour.NONE,
            secure)) {
      ValuationRuns runs = new ValuationRuns(mesh.client());
      Valuation run = runs.create(wished(new ContributorSets(mesh.client()).store(contributors())));
      Process worker =
          python.start(
              log,
              secure ? credential(MeshSecrets.in(mesh.state())) : Map.of(),
              home.resolve("docs/examples/worker.py"),
              mesh.mesh().endpoints().valuation().toString(),
              home.resolve("proto/target/contracts.binpb").toString());
      try {
        Valuation ended = awaitEnd(runs, run.getName(), worker, log);
        assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
        assertThat(ended.getProgress().getDoneEvaluations()).isEqualTo(16);
        assertThat(ended.getValuesList())
            .extracting(ContributorValue::getContributor)
            .containsExactly("empty", "large", "small");
        double[] expected = {0, Math.log(21) / 2, Math.log(27.0 / 7) / 2};
        for (int i = 0; i < expected.length; i++) {
          assertThat(ended.getValues(i).getValue()).isCloseTo(expected[i], within(1e-12));
        }
        worker.destroy();
        assertThat(worker.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(worker.exitValue()).as(Files.readString(log)).isZero();
      } finally {
        worker.destroyForcibly();
      }
    }
  }

  private static Map<String, String> credential(MeshSecrets secrets) {
    return Map.of(
        ChannelSecurity.TOKEN, secrets.token("worker").toString(),
        ChannelSecurity.AUTHORITIES, secrets.authorities().toString());
  }

  private static ContributorSet contributors() {
    return ContributorSet.newBuilder()
        .addContributors(DataContributor.newBuilder().setId("small").setItemCount(200))
        .addContributors(DataContributor.newBuilder().setId("large").setItemCount(600))
        .addContributors(DataContributor.newBuilder().setId("empty"))
        .build();
  }

  private static Valuation wished(ContributorSet set) {
    return Valuation.newBuilder()
        .setContributorSet(set.getName())
        .setTrainer(TrainerSpec.newBuilder().setCustom("example").putParameters("half", "100"))
        .setUtility("learning_curve")
        .build();
  }

  private static Valuation awaitEnd(ValuationRuns runs, String name, Process worker, Path log)
      throws Exception {
    for (int looks = 0; looks < 1_200; looks++) {
      Valuation run = runs.get(name);
      if (run.hasEndTime()) {
        return run;
      }
      assertThat(worker.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(100);
    }
    throw new AssertionError("the run does not end; the worker says: " + Files.readString(log));
  }
}
