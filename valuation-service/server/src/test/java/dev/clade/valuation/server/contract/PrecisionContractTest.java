package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.Precision;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Runs that end when their values are precise enough. */
@QuarkusTest
class PrecisionContractTest extends ContractTest {
  private static final int PLAN = 60;

  @Test
  void endAndValuesDoNotDependOnWhoWasFaster() {
    Valuation inOrder = ended(shuffled(tasks(), tasks -> {}));
    assertThat(inOrder.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    int positions = inOrder.getDiagnostics().getPositionCount();
    assertThat(positions).isLessThan(PLAN).isPositive();
    assertThat(positions % (PLAN / 10)).isZero();
    assertThat(inOrder.getEndReason())
        .isEqualTo(
            "values are as precise as wanted after %d of 60 evaluations".formatted(positions));
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      Valuation other = ended(shuffled(tasks(), tasks -> Collections.shuffle(tasks, random)));
      assertThat(other.getValuesList()).isEqualTo(inOrder.getValuesList());
      assertThat(other.getDiagnostics()).isEqualTo(inOrder.getDiagnostics());
      assertThat(other.getEndReason()).isEqualTo(inOrder.getEndReason());
      assertThat(other.getProgress().getDoneEvaluations()).isGreaterThanOrEqualTo(positions);
    }
    // The last reported first: everything is there before any look can be taken.
    Valuation reversed = ended(shuffled(tasks(), Collections::reverse));
    assertThat(reversed.getValuesList()).isEqualTo(inOrder.getValuesList());
    assertThat(reversed.getProgress().getDoneEvaluations()).isEqualTo(PLAN);
  }

  @Test
  void planEndsARunWhosePrecisionIsNotReached() {
    String name =
        mesh.create(
                Valuation.newBuilder()
                    .setImageSet(mesh.imageSet(3))
                    .setPrecision(Precision.newBuilder().setHalfWidth(1e-9)))
            .getName();
    assertThat(worker.work()).isEqualTo(16);
    Valuation ended = mesh.get(name);
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getEndReason())
        .isEqualTo("all evaluations of the plan are done, and the wanted precision is not reached");
    assertThat(ended.getDiagnostics().getPositionCount()).isEqualTo(16);
  }

  private List<EvaluationTask> tasks() {
    mesh.create(
        Valuation.newBuilder()
            .setImageSet(mesh.imageSet(6))
            .setEstimator(Estimator.ESTIMATOR_PAIRED_KERNEL_SHAP)
            .setCoalitionBudget(PLAN)
            .setReplicateCount(1)
            .setPrecision(Precision.newBuilder().setHalfWidth(3)));
    return new ArrayList<>(worker.take(64));
  }

  private String shuffled(List<EvaluationTask> tasks, Consumer<List<EvaluationTask>> order) {
    order.accept(tasks);
    tasks.forEach(worker::report);
    return tasks.getFirst().getValuation();
  }

  private Valuation ended(String name) {
    return mesh.get(name);
  }
}
