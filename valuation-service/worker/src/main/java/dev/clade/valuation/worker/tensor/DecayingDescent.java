package dev.clade.valuation.worker.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OptimizerParamGroup;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * AdamW with weight decay on the first weights only, gradients cut to a norm of 1, and a state that
 * can be kept and taken up again to the bit.
 */
public final class DecayingDescent {
  private static final double LARGEST_GRADIENT_NORM = 1.0;

  private final ParameterVector parameters;
  private final WarmCosine rates;
  private final AdamW optimizer;
  private long step;

  /**
   * Prepares a descent.
   *
   * @param decayed how many of the first weights decay
   * @param decay by how much, as a share of the learning rate
   * @param rates learning rate of each step
   */
  public DecayingDescent(ParameterVector parameters, int decayed, double decay, WarmCosine rates) {
    this.parameters = parameters;
    this.rates = rates;
    this.optimizer = new AdamW(part(0, decayed), options(decay));
    optimizer.add_param_group(
        new OptimizerParamGroup(part(decayed, parameters.values().numel() - decayed), options(0)));
  }

  /**
   * Moves the weights against the gradient of a loss.
   *
   * @return the gradient's norm before it was cut; not finite when the loss or its gradient is not
   */
  public double descend(Tensor loss) {
    parameters.clearGradient();
    loss.backward();
    double norm = torch.clip_grad_norm_(parameters.values(), LARGEST_GRADIENT_NORM);
    for (long group = 0; group < optimizer.param_groups().size(); group++) {
      optimizer.param_groups().get(group).options().set_lr(rates.rate(step));
    }
    optimizer.step();
    step++;
    return norm;
  }

  /** Returns what {@link #restore} takes; libtorch of the same version reads it. */
  public byte[] state() {
    return throughFile(
        file -> {
          OutputArchive archive = new OutputArchive();
          optimizer.save(archive);
          archive.save_to(file.toString());
          return Files.readAllBytes(file);
        });
  }

  /**
   * Goes on from a state.
   *
   * @param state what {@link #state} returned
   * @param steps steps that were taken until then
   */
  public void restore(byte[] state, long steps) {
    throughFile(
        file -> {
          Files.write(file, state);
          InputArchive archive = new InputArchive();
          archive.load_from(file.toString());
          optimizer.load(archive);
          return state;
        });
    step = steps;
  }

  private TensorVector part(long offset, long size) {
    Tensor part = parameters.values().narrow(0, offset, size).detach();
    part.mutable_grad().put(parameters.gradient().narrow(0, offset, size));
    return new TensorVector(part);
  }

  private AdamWOptions options(double decay) {
    AdamWOptions options = new AdamWOptions(rates.peak());
    options.weight_decay().put(decay);
    return options;
  }

  private static byte[] throughFile(FileAction action) {
    try {
      Path file = Files.createTempFile("clade-descent", ".pt");
      try {
        return action.on(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done with a file that libtorch reads or writes. */
  private interface FileAction {
    byte[] on(Path file) throws IOException;
  }
}
