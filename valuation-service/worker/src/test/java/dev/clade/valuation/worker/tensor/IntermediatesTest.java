package dev.clade.valuation.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class IntermediatesTest {
  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  @Test
  void theResultOutlivesWhatLedToIt() {
    List<Tensor> made = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      Tensor matrix = device.ship(new float[] {1, 2, 3, 4}, 2, 2);

      Tensor result =
          Intermediates.free(
              () -> {
                made.add(matrix.add(matrix));
                made.add(made.getFirst().mm(matrix));
                return made.getLast();
              });

      assertThat(made.getFirst().isNull()).isTrue();
      assertThat(ComputeDevice.fetch(result)).containsExactly(14, 20, 30, 44);
    }
    assertThat(made.getLast().isNull()).isTrue();
  }
}
