package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.CsvImages;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.Valuation;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a valuation. */
@Command(
    name = "create",
    description = "Start a valuation of an image set's contributors.",
    mixinStandardHelpOptions = true)
public final class ValueCreateCommand extends MeshCommand {
  /** How values are computed, as typed. */
  enum Method {
    AUTOMATIC(Estimator.ESTIMATOR_UNSPECIFIED),
    EXACT(Estimator.ESTIMATOR_EXACT),
    PAIRED_KERNEL_SHAP(Estimator.ESTIMATOR_PAIRED_KERNEL_SHAP),
    SIZE_ADJUSTED(Estimator.ESTIMATOR_SIZE_ADJUSTED);

    private final Estimator estimator;

    Method(Estimator estimator) {
      this.estimator = estimator;
    }
  }

  /** Where the images come from. */
  static final class Source {
    @Option(
        names = "--images",
        paramLabel = "FILE",
        description =
            "Table of square grey images, one a line: pixels row after row, then the label, with"
                + " commas between them and no header; plain or gzipped.")
    private Path images;

    @Option(
        names = "--generated",
        description = "Draw a set: four who draw well, a noisy one, and a copy of another.")
    private boolean generated;
  }

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--split",
      defaultValue = "label",
      description =
          "Who contributed an image of the table: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  private CsvImages.Split split;

  @Option(
      names = "--contributors",
      defaultValue = "6",
      description = "Contributors to deal images out to. Default: ${DEFAULT-VALUE}.")
  private int contributors;

  @Option(
      names = "--reference-every",
      defaultValue = "3",
      description =
          "Every how many images one is kept for the reference. Default: ${DEFAULT-VALUE}.")
  private int referenceEvery;

  @Option(
      names = "--estimator",
      defaultValue = "automatic",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Method estimator;

  @Option(
      names = "--utility",
      defaultValue = "",
      description =
          "neg_log_fid, neg_log_kid, precision, recall, coverage, classifier_score, class_entropy or"
              + " class_coverage. Default: neg_log_fid.")
  private String utility;

  @Option(names = "--budget", defaultValue = "0", description = "Distinct coalitions to train.")
  private int budget;

  @Option(
      names = "--replicates",
      defaultValue = "0",
      description = "Trainings of each coalition. Default: 2.")
  private int replicates;

  @Option(names = "--seed", defaultValue = "0", description = "Root of all randomness.")
  private long seed;

  @Option(
      names = "--priority",
      defaultValue = "0",
      description = "Runs of higher priority get workers first; -1,000 to 1,000. Default: 0.")
  private int priority;

  @Option(
      names = "--share",
      defaultValue = "0",
      description = "Weight among runs of the same priority. Default: 1.")
  private double share;

  @Option(
      names = "--reuse",
      description = "Take over what other runs found of the same images, trainer and seed.")
  private boolean reuse;

  @Mixin private TrainerOptions trainer;
  @Mixin private BudgetOptions limits;

  @ArgGroup private PrecisionOptions precision;

  @Option(names = "--dry-run", description = "Forecast what the run would take; start nothing.")
  private boolean dryRun;

  @Option(names = "--watch", description = "Follow the run to its end.")
  private boolean watch;

  @Override
  public Integer call() throws Exception {
    ImageSet images = images();
    try (MeshClient client = connect()) {
      ValuationRuns runs = new ValuationRuns(client);
      if (dryRun) {
        Valuation planned = runs.forecast(wished(runs.store(images).getName()));
        show(planned, ValuationView.plan(planned));
        return 0;
      }
      Valuation run = runs.create(wished(runs.store(images).getName()));
      if (!watch) {
        show(
            run,
            ValuationView.render(run)
                + "Follow it with ./clade value watch %s%n".formatted(run.getName()));
        return 0;
      }
      Valuation ended = ValuationWatch.follow(runs, run.getName());
      show(ended, ValuationView.render(ended));
      return ValuationWatch.exitCode(ended);
    }
  }

  private ImageSet images() throws IOException {
    if (source.generated) {
      return DrawnImages.draw(seed);
    }
    if (contributors < 1 || referenceEvery < 2) {
      throw new IllegalArgumentException(
          "--contributors must be at least 1, and --reference-every at least 2");
    }
    return CsvImages.read(source.images, split, contributors, referenceEvery);
  }

  private Valuation wished(String imageSet) {
    Valuation.Builder wished =
        Valuation.newBuilder()
            .setImageSet(imageSet)
            .setTrainer(trainer.trainer())
            .setUtility(utility)
            .setEstimator(estimator.estimator)
            .setCoalitionBudget(budget)
            .setReplicateCount(replicates)
            .setSeed(seed)
            .setPriority(priority)
            .setShare(share)
            .setReuseEvaluations(reuse);
    limits.budget().ifPresent(wished::setBudget);
    if (precision != null) {
      wished.setPrecision(precision.precision());
    }
    return wished.build();
  }
}
