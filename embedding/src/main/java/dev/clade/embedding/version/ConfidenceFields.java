package dev.clade.embedding.version;

import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.IsotonicCalibration;
import dev.clade.embedding.parent.ParentModel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What tells how sure answers are, as bytes: lists after their number of entries. */
final class ConfidenceFields {
  private static final int MOST = 1 << 20;

  private ConfidenceFields() {}

  static void write(IsotonicCalibration calibration, DataOutputStream out) throws IOException {
    write(calibration.scores(), out);
    write(calibration.probabilities(), out);
  }

  /**
   * Reads a calibration.
   *
   * @throws IllegalArgumentException if it has no steps, or they are no ascending function
   */
  static IsotonicCalibration readCalibration(DataInputStream in) throws IOException {
    double[] scores = readDoubles(in);
    double[] probabilities = readDoubles(in);
    if (scores.length == 0 || scores.length != probabilities.length) {
      throw new IllegalArgumentException(
          "a calibration has %,d scores and %,d probabilities"
              .formatted(scores.length, probabilities.length));
    }
    for (int i = 0; i < scores.length; i++) {
      boolean ascends =
          i == 0 || scores[i] >= scores[i - 1] && probabilities[i] >= probabilities[i - 1];
      if (!ascends
          || !Double.isFinite(scores[i])
          || !(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException(
            "a calibration must ascend, from probability 0 to 1 at most");
      }
    }
    return new IsotonicCalibration(scores, probabilities);
  }

  static void write(ParentConfidence parents, DataOutputStream out) throws IOException {
    out.writeInt(parents.scorers().size());
    for (String scorer : parents.scorers()) {
      out.writeUTF(scorer);
    }
    write(parents.model().weights(), out);
    write(parents.confidence().calibration(), out);
    out.writeDouble(parents.confidence().high());
  }

  static ParentConfidence readParents(DataInputStream in) throws IOException {
    List<String> scorers = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      scorers.add(in.readUTF());
    }
    ParentModel model = new ParentModel(readDoubles(in));
    return new ParentConfidence(
        scorers, model, new Confidence(readCalibration(in), in.readDouble()));
  }

  /**
   * Reads how many entries a list has.
   *
   * @throws IllegalArgumentException if they are too many
   */
  static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("a list would have %,d entries".formatted(count));
    }
    return count;
  }

  private static void write(double[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] readDoubles(DataInputStream in) throws IOException {
    double[] values = new double[count(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
