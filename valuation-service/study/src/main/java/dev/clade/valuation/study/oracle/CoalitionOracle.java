package dev.clade.valuation.study.oracle;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.split.Split;
import dev.clade.valuation.worker.attribution.AttributionMethod;
import dev.clade.valuation.worker.attribution.AttributionOptions;
import dev.clade.valuation.worker.attribution.ContributorAttribution;
import dev.clade.valuation.worker.attribution.ContributorScores;
import dev.clade.valuation.worker.attribution.InfluenceUnlearning;
import dev.clade.valuation.worker.diffusion.DiffusionModel;
import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.evaluation.Attempts;
import dev.clade.valuation.worker.evaluation.SampleMeter;
import dev.clade.valuation.worker.image.Images;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.reference.ReferenceModel;
import dev.clade.valuation.worker.reference.ReferenceTrainer;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Tells utilities of coalitions of a split: a pure function of split, recipe and {@link
 * Evaluation}. Safe for use by several threads.
 */
public final class CoalitionOracle {
  /** How far images are of the classes asked for; only of models that know classes. */
  public static final String CLASS_AGREEMENT = "class_agreement";

  private final Split split;
  private final Recipe recipe;
  private final ComputeDevice device;
  private final DiffusionTrainer trainer;
  private final SortedMap<String, ReferenceModel> references = new TreeMap<>();
  private TrainedWeights full;
  private TrainedWeights proxy;
  private InfluenceUnlearning unlearning;

  /** Trains the reference classifiers of the split. */
  public CoalitionOracle(Split split, Recipe recipe, ComputeDevice device) {
    this.split = split;
    this.recipe = recipe;
    this.device = device;
    this.trainer = new DiffusionTrainer(device);
    references.put("", reference(split.reference()));
    split.others().forEach((name, images) -> references.put(name + ".", reference(images)));
  }

  /** Returns how utilities come about. */
  public Recipe recipe() {
    return recipe;
  }

  /** Returns whose utilities they are. */
  public Split split() {
    return split;
  }

  /**
   * Returns the utilities of a coalition, by name.
   *
   * @throws dev.clade.valuation.worker.training.DivergedException when every attempt diverged
   */
  public Map<String, Double> utilities(Evaluation evaluation) {
    return Attempts.first(attempt -> measure(weights(evaluation, attempt), evaluation.coalition()));
  }

  /** Returns the model of everybody's images, which is trained the first time it is asked for. */
  public synchronized TrainedWeights full() {
    if (full == null) {
      Coalition grand = Coalition.grand(split.playerCount());
      full = weights(new Evaluation(recipe.retrained(), grand, 0), 0);
    }
    return full;
  }

  /** Returns the narrower model that fine-tuning starts from, made the first time. */
  public synchronized TrainedWeights proxy() {
    if (proxy == null) {
      proxy =
          trainer.finetune(
              full().pruned(recipe.removedShare()),
              training(Coalition.grand(split.playerCount())),
              recipe.proxy(),
              RandomSource.ofRun(split.name() + "/proxy", recipe.seed()),
              () -> false);
    }
    return proxy;
  }

  /**
   * Scores contributors by what their images have to do with some that the model of everybody's
   * images generates.
   *
   * @param generated how many images to generate
   */
  public Map<AttributionMethod, ContributorScores> attribution(int generated) {
    RandomSource random = RandomSource.ofRun(split.name() + "/attribution", recipe.seed());
    int pixels = split.reference().size();
    float[] images = new float[generated * pixels];
    try (PointerScope scope = new PointerScope()) {
      int[] filled = new int[1];
      full()
          .load(device)
          .sample(
              generated,
              recipe.samplingSteps(),
              random,
              batch -> {
                float[] values = ComputeDevice.fetch(batch);
                System.arraycopy(values, 0, images, filled[0], values.length);
                filled[0] += values.length;
              });
    }
    return new ContributorAttribution(device, AttributionOptions.DEFAULTS)
        .score(full(), contributions(), new TrainingImages(images, pixels), random, (_, _) -> {});
  }

  private synchronized InfluenceUnlearning unlearning() {
    if (unlearning == null) {
      unlearning =
          InfluenceUnlearning.prepare(
              full(),
              contributions(),
              AttributionOptions.DEFAULTS,
              RandomSource.ofRun(split.name() + "/unlearning", recipe.seed()),
              device,
              (_, _) -> {});
    }
    return unlearning;
  }

  private List<TrainingImages> contributions() {
    return split.contributions().stream().map(each -> training(each.images())).toList();
  }

  /** Returns the weights of a coalition's model. */
  private TrainedWeights weights(Evaluation evaluation, int attempt) {
    Coalition coalition = evaluation.coalition();
    RandomSource random =
        RandomSource.ofTraining(
            split.name() + "/" + evaluation.tier(),
            recipe.seed(),
            BitSet.valueOf(new long[] {coalition.members()}),
            evaluation.replicate(),
            attempt);
    int steps = evaluation.tier().steps();
    return switch (evaluation.tier().kind()) {
      case RETRAINED ->
          trainer.train(
              recipe.model(), training(coalition), recipe.training(), random, () -> false);
      case FINE_TUNED -> finetune(full(), coalition, steps, random);
      case SPARSIFIED -> finetune(proxy(), coalition, steps, random);
      case UNLEARNED ->
          unlearning().without(BitSet.valueOf(new long[] {coalition.complement().members()}));
      case CONDITIONED -> full();
    };
  }

  private TrainedWeights finetune(
      TrainedWeights start, Coalition coalition, int steps, RandomSource random) {
    return trainer.finetune(
        start, training(coalition), recipe.finetuning(steps), random, () -> false);
  }

  /**
   * Generates images and measures them. All coalitions start from the same noise. A model that
   * knows classes generates them in the coalition's shares.
   */
  private Map<String, Double> measure(TrainedWeights weights, Coalition coalition) {
    try (PointerScope scope = new PointerScope()) {
      DiffusionModel model = weights.load(device);
      SortedMap<String, SampleMeter> meters = new TreeMap<>();
      references.forEach(
          (prefix, reference) ->
              meters.put(prefix, new SampleMeter(reference, reference.load(device))));
      Consumer<Tensor> meter = images -> meters.values().forEach(each -> each.add(images));
      RandomSource noise = RandomSource.ofRun(split.name(), recipe.seed());
      Map<String, Double> utilities = new TreeMap<>();
      if (recipe.model().classes() == 0) {
        model.sample(recipe.generatedImages(), recipe.samplingSteps(), noise, meter);
      } else {
        int[] classes = ClassShares.of(split.images(coalition)).spread(recipe.generatedImages());
        model.sample(classes, recipe.samplingSteps(), noise, meter);
        utilities.put(CLASS_AGREEMENT, meters.get("").agreement(classes));
      }
      requireUsual(meters.values(), training(coalition));
      meters.forEach(
          (prefix, each) ->
              each.utilities().forEach((name, value) -> utilities.put(prefix + name, value)));
      return utilities;
    }
  }

  /** A sample of which an image is far off counts as diverged; of no images, nothing is usual. */
  private void requireUsual(Collection<SampleMeter> meters, TrainingImages images) {
    if (images.count() > 0) {
      Tensor usual = device.ship(images.pixels(), images.count(), images.pixelsPerImage());
      meters.forEach(each -> each.requireUsual(usual));
    }
  }

  private static ReferenceModel reference(LabelledImages images) {
    return new ReferenceTrainer()
        .train(ReferenceImages.of(images.pixels(), images.size(), images.labels()));
  }

  private TrainingImages training(Coalition coalition) {
    return training(split.images(coalition));
  }

  private TrainingImages training(LabelledImages images) {
    int[] labels = new int[recipe.model().classes() == 0 ? 0 : images.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = images.label(i);
    }
    return new TrainingImages(Images.scale(images.pixels()), images.size(), labels);
  }
}
