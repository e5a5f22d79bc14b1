package dev.clade.valuation.worker.tensor;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * While it is open, operations of this thread are computed in a precision; see {@link Precision}.
 * The backward pass follows the forward pass and need not be inside.
 */
public final class Autocast implements AutoCloseable {
  private final DeviceType device;
  private final boolean before;

  /** Starts computing on a kind of device in a precision. */
  public Autocast(Precision precision, ComputeDevice device) {
    this(precision, device.isCuda() ? DeviceType.CUDA : DeviceType.CPU);
  }

  Autocast(Precision precision, DeviceType device) {
    this.device = device;
    this.before = torch.is_autocast_enabled(device);
    if (precision == Precision.BFLOAT16) {
      torch.set_autocast_dtype(device, ScalarType.BFloat16);
    }
    torch.set_autocast_enabled(device, precision == Precision.BFLOAT16);
    torch.increment_nesting();
  }

  @Override
  public void close() {
    if (torch.decrement_nesting() == 0) {
      // What was cast belongs to the computation that ends here.
      torch.clear_cache();
    }
    torch.set_autocast_enabled(device, before);
  }
}
