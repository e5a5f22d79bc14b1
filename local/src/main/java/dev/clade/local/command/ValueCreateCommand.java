package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a valuation. */
@Command(
    name = "create",
    description = "Start a valuation of contributors.",
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

  @Mixin private ValueSources sources;
  @Mixin private CustomTrainerOptions custom;

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
    try (MeshClient client = connect()) {
      ValuationRuns runs = new ValuationRuns(client);
      Valuation.Builder wished = wished();
      sources.store(client, seed, talk(), wished);
      if (dryRun) {
        Valuation planned = runs.forecast(wished.build());
        show(planned, ValuationView.plan(planned));
        return 0;
      }
      Valuation run = runs.create(wished.build());
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

  private Valuation.Builder wished() {
    TrainerSpec.Builder spec = trainer.trainer().toBuilder();
    custom.addTo(spec);
    Valuation.Builder wished =
        Valuation.newBuilder()
            .setTrainer(spec)
            .setUtility(utility)
            .setEstimator(estimator.estimator)
            .setCoalitionBudget(budget)
            .setReplicateCount(replicates)
            .setSeed(seed)
            .setPriority(priority)
            .setShare(share)
            .setReuseEvaluations(reuse);
    custom.complete(wished);
    limits.budget().ifPresent(wished::setBudget);
    if (precision != null) {
      wished.setPrecision(precision.precision());
    }
    return wished;
  }
}
