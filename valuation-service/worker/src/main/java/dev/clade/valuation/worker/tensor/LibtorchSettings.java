package dev.clade.valuation.worker.tensor;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Process-wide settings of libtorch and its binding, made once before the first tensor. */
final class LibtorchSettings {
  private static boolean applied;

  private LibtorchSettings() {}

  static synchronized void apply() {
    if (applied) {
      return;
    }
    // Scopes free native memory here; the collector need not watch it, nor a limit be guessed from
    // the heap's.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    torch.set_num_threads(1);
    // Matrix products come from OpenBLAS, which has threads of its own that libtorch does not set.
    openblas_nolapack.blas_set_num_threads(1);
    torch.set_num_interop_threads(1);
    torch.globalContext().setDeterministicAlgorithms(true, true);
    torch.globalContext().setDeterministicCuDNN(true);
    torch.globalContext().setAllowTF32CuBLAS(false);
    torch.globalContext().setAllowTF32CuDNN(false);
    applied = true;
  }
}
