package dev.clade.valuation.worker.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors live and are computed: the processor, or the first CUDA device. All tensors are of
 * 32-bit floats.
 *
 * <p>Processor computations use one thread, because sums depend on the number of threads; several
 * workers make use of several cores. On CUDA, TF32 is off and algorithms are deterministic,
 * provided that the environment has {@code CUBLAS_WORKSPACE_CONFIG=:4096:8}, which cuBLAS reads
 * when it starts.
 */
public final class ComputeDevice {
  private final Device device;
  private final String name;

  private ComputeDevice(String name) {
    this.name = name;
    this.device = new Device(name);
    // Lives as long as the process, whatever scope it was made in.
    device.retainReference();
  }

  /**
   * Loads libtorch and returns the device that a choice stands for. It takes about a second, more
   * when the native libraries have to be unpacked first.
   *
   * @throws IllegalStateException when CUDA is asked for and cannot be used
   */
  public static ComputeDevice open(DeviceChoice choice) {
    LibtorchSettings.apply();
    boolean cuda = choice != DeviceChoice.CPU && torch.cuda_is_available();
    if (choice == DeviceChoice.CUDA && !cuda) {
      throw new IllegalStateException(
          "--device cuda: this machine or this build of libtorch has no usable CUDA device");
    }
    return new ComputeDevice(cuda ? "cuda:0" : "cpu");
  }

  /** Returns libtorch's name of the device: {@code cpu} or {@code cuda:0}. */
  public String name() {
    return name;
  }

  /** Returns whether this is a CUDA device. */
  public boolean isCuda() {
    return device.is_cuda();
  }

  /** Ships numbers; the shape's product is the array's length. */
  public Tensor ship(float[] values, long... shape) {
    return place(Tensor.create(values, shape));
  }

  /** Ships indices as a vector. */
  public Tensor ship(long[] indices) {
    return place(Tensor.create(indices, indices.length));
  }

  /** Returns a tensor's numbers, row after row. */
  public static float[] fetch(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor onProcessor = tensor.detach().cpu().contiguous();
      float[] values = new float[Math.toIntExact(onProcessor.numel())];
      FloatPointer data = onProcessor.data_ptr_float();
      data.get(values);
      return values;
    }
  }

  private Tensor place(Tensor tensor) {
    return device.is_cpu() ? tensor : tensor.to(device, tensor.scalar_type());
  }
}
