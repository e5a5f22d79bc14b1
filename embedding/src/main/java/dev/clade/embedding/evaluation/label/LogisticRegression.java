package dev.clade.embedding.evaluation.label;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.clade.embedding.feature.LabelColumn;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a squared penalty, one class against the rest (liblinear's), whose C is
 * chosen among 0.01 to 100 by accuracy on the validation rows; 1 without any.
 *
 * @param name in tables
 * @param rows what it reads
 */
public record LogisticRegression(String name, LinearRows rows) implements LabelPredictor {
  private static final double[] PENALTIES = {0.01, 0.1, 1, 10, 100};
  private static final double TOLERANCE = 0.01;

  static {
    Linear.disableDebugOutput();
  }

  @Override
  public int[] predict(LabelColumn labels, int[] support, int[] validation, int[] queries) {
    int[] used = used(support);
    Problem problem = new Problem();
    problem.l = support.length;
    problem.n = used.length;
    problem.x = features(support, used);
    problem.y = Arrays.stream(support).mapToDouble(row -> labels.values()[row]).toArray();
    Model best =
        validation.length == 0 ? train(problem, 1) : best(problem, labels, validation, used);
    int[] predicted = new int[queries.length];
    for (int i = 0; i < queries.length; i++) {
      predicted[i] = predict(best, known(rows.row(queries[i]), used));
    }
    return predicted;
  }

  private Model best(Problem problem, LabelColumn labels, int[] validation, int[] used) {
    Feature[][] chosenBy = features(validation, used);
    Model best = null;
    int most = -1;
    for (double c : PENALTIES) {
      Model model = train(problem, c);
      int right = 0;
      for (int i = 0; i < validation.length; i++) {
        right += predict(model, chosenBy[i]) == labels.values()[validation[i]] ? 1 : 0;
      }
      if (right > most) {
        most = right;
        best = model;
      }
    }
    return best;
  }

  /** The columns that the support has; others would have no weight. */
  private int[] used(int[] support) {
    IntOpenHashSet columns = new IntOpenHashSet();
    for (int row : support) {
      for (Feature each : rows.row(row)) {
        columns.add(each.getIndex());
      }
    }
    int[] used = columns.toIntArray();
    Arrays.sort(used);
    return used;
  }

  private Feature[][] features(int[] wanted, int[] used) {
    return Arrays.stream(wanted)
        .mapToObj(row -> known(rows.row(row), used))
        .toArray(Feature[][]::new);
  }

  private static Feature[] known(Feature[] row, int[] used) {
    List<Feature> kept = new ArrayList<>(row.length);
    for (Feature each : row) {
      int column = Arrays.binarySearch(used, each.getIndex());
      if (column >= 0) {
        kept.add(new FeatureNode(column + 1, each.getValue()));
      }
    }
    return kept.toArray(Feature[]::new);
  }

  private static Model train(Problem problem, double c) {
    return Linear.train(problem, new Parameter(SolverType.L2R_LR, c, TOLERANCE));
  }

  private static int predict(Model model, Feature[] row) {
    return (int) Linear.predict(model, row);
  }
}
