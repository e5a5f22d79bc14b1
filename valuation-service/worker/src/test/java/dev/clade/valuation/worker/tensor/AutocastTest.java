package dev.clade.valuation.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class AutocastTest {
  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  @Test
  void productsAreOfSixteenBitsWhileItIsOpen() {
    try (PointerScope scope = new PointerScope()) {
      Tensor matrix = device.ship(new float[] {1, 2, 3, 4}, 2, 2);
      try (Autocast casting = new Autocast(Precision.BFLOAT16, DeviceType.CPU)) {
        assertThat(matrix.mm(matrix).scalar_type().intern()).isEqualTo(ScalarType.BFloat16);
      }
      assertThat(matrix.mm(matrix).scalar_type().intern()).isEqualTo(ScalarType.Float);
    }
  }

  @Test
  void thirtyTwoBitsStayAsTheyAre() {
    try (PointerScope scope = new PointerScope();
        Autocast casting = new Autocast(Precision.FLOAT32, device)) {
      Tensor matrix = device.ship(new float[] {1, 2, 3, 4}, 2, 2);
      assertThat(matrix.mm(matrix).scalar_type().intern()).isEqualTo(ScalarType.Float);
    }
  }

  @Test
  void sixteenBitsAreRefusedOnAProcessor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Precision.BFLOAT16.requireFit(device))
        .withMessage("precision BFLOAT16 needs a CUDA device; the device is cpu");
  }
}
