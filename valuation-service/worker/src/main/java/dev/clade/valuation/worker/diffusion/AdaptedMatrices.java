package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.WeightTensor;
import java.util.List;
import java.util.stream.IntStream;

/** Which weights of a network are adapted. */
public enum AdaptedMatrices {
  /** Queries, keys, values and outputs of all attentions. */
  ATTENTION {
    @Override
    List<Integer> tensors(Architecture architecture) {
      return architecture.network().attentionMatrices();
    }
  },
  /** Every matrix and every convolution's filters. */
  ALL {
    @Override
    List<Integer> tensors(Architecture architecture) {
      List<WeightTensor> tensors = architecture.layout().tensors();
      return IntStream.range(0, tensors.size())
          .filter(number -> tensors.get(number).axes().size() > 1)
          .boxed()
          .toList();
    }
  };

  /** Returns the numbers of the tensors, in the order in which they are adapted. */
  abstract List<Integer> tensors(Architecture architecture);
}
