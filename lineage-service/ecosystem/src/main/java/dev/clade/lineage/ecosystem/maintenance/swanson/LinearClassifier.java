package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.multilabel.sgd.linear.LinearSGDTrainer;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A logistic regression for each class over the words and the pairs of neighbouring words of the
 * normalised message, and over what the written rules say of it, trained by stochastic gradient
 * descent. The same messages in the same order and the same seed give the same classifier.
 *
 * <p>A class is given when its probability is more than one third: to have the most F1, that is
 * half of the F1 to be had (Lipton, Elkan and Naryanaswamy 2014), and about two thirds are.
 */
public final class LinearClassifier implements CommitClassifier {
  private static final String START = "^";
  private static final String END = "$";
  private static final double LEARNING_RATE = 0.1;
  private static final int EPOCHS = 10;
  private static final double THRESHOLD = 1 / 3.0;

  private static final RuleClassifier RULES = RuleClassifier.shipped();
  private static final String RULE = "rule ";

  private final Model<MultiLabel> model;

  private LinearClassifier(Model<MultiLabel> model) {
    this.model = model;
  }

  /**
   * Trains a classifier, in O(words).
   *
   * @param messages that somebody judged, with at least one class among them
   */
  public static LinearClassifier train(Iterable<LabelledMessage> messages, long seed) {
    MultiLabelFactory factory = new MultiLabelFactory();
    MutableDataset<MultiLabel> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("labelled messages", factory), factory);
    for (LabelledMessage each : messages) {
      Set<Label> labels =
          each.classes().stream()
              .sorted()
              .map(one -> new Label(one.name()))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      data.add(example(each.message(), new MultiLabel(labels)));
    }
    if (data.getOutputs().isEmpty()) {
      throw new IllegalArgumentException("there must be a message with a class to learn from");
    }
    return new LinearClassifier(
        new LinearSGDTrainer(new BinaryCrossEntropy(), new AdaGrad(LEARNING_RATE), EPOCHS, seed)
            .train(data));
  }

  @Override
  public Set<CommitClass> classes(String message) {
    Set<CommitClass> found = EnumSet.noneOf(CommitClass.class);
    probabilities(message)
        .forEach(
            (each, probability) -> {
              if (probability > THRESHOLD) {
                found.add(each);
              }
            });
    return found;
  }

  /** Returns the probability of each class that was among the messages learnt from, 0 to 1. */
  public Map<CommitClass, Double> probabilities(String message) {
    Map<CommitClass, Double> found = new EnumMap<>(CommitClass.class);
    model
        .predict(example(message, MultiLabelFactory.UNKNOWN_MULTILABEL))
        .getOutputScores()
        .values()
        .forEach(
            each ->
                each.getLabelSet()
                    .forEach(
                        label ->
                            found.put(CommitClass.valueOf(label.getLabel()), label.getScore())));
    return found;
  }

  /** Every message has the start, so none is without a feature that the model knows. */
  private static Example<MultiLabel> example(String message, MultiLabel output) {
    String key = MessageKey.of(message);
    List<String> words = new ArrayList<>();
    words.add(START);
    words.addAll(key.isEmpty() ? List.of() : List.of(key.split(" ")));
    words.add(END);
    Set<String> features = new LinkedHashSet<>(words);
    for (int i = 1; i < words.size(); i++) {
      features.add(words.get(i - 1) + " " + words.get(i));
    }
    RULES.classes(message).forEach(each -> features.add(RULE + each));
    double[] present = new double[features.size()];
    Arrays.fill(present, 1);
    return new ArrayExample<>(output, features.toArray(String[]::new), present);
  }
}
