package dev.clade.valuation.worker.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Keeps the memory of large computations small. */
public final class Intermediates {
  private Intermediates() {}

  /**
   * Returns what a computation gives, in the innermost open scope of native memory, and frees what
   * else it made.
   *
   * @param computation makes the tensor that it returns
   */
  public static Tensor free(Supplier<Tensor> computation) {
    PointerScope outer = PointerScope.getInnerScope();
    try (PointerScope inner = new PointerScope()) {
      Tensor result = computation.get();
      outer.attach(result);
      return result;
    }
  }
}
