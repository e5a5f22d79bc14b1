package dev.clade.valuation.server.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Times;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.server.domain.EstimatorKind;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.domain.TrainerSettings;
import dev.clade.valuation.server.run.RunRequest;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationDiagnostics;
import dev.clade.valuation.v1.ValuationProgress;
import java.util.Optional;

/** Maps runs. */
final class RunMessages {
  private RunMessages() {}

  static RunRequest request(CreateValuationRequest message, String traceparent) {
    if (!message.hasValuation()) {
      throw CladeException.missingField("valuation");
    }
    Valuation valuation = message.getValuation();
    TrainerSpec trainer = valuation.getTrainer();
    return new RunRequest(
        message.getRequestId(),
        valuation.getImageSet(),
        new TrainerSettings(
            trainer.getTrainingSteps(),
            trainer.getBatchSize(),
            trainer.getHiddenUnits(),
            trainer.getLearningRate(),
            trainer.getGeneratedImageCount(),
            trainer.getSamplingSteps()),
        valuation.getUtility(),
        estimator(valuation),
        valuation.getCoalitionBudget(),
        valuation.getReplicateCount(),
        valuation.getSeed(),
        traceparent);
  }

  static Valuation withValues(Run run) {
    Valuation.Builder message = frame(run);
    run.solution().ifPresent(solution -> addSolution(run, solution, message));
    return message.build();
  }

  static Valuation withoutValues(Run run) {
    return frame(run).build();
  }

  static TrainerSpec trainer(TrainerSettings trainer) {
    return TrainerSpec.newBuilder()
        .setTrainingSteps(trainer.trainingSteps())
        .setBatchSize(trainer.batchSize())
        .setHiddenUnits(trainer.hiddenUnits())
        .setLearningRate(trainer.learningRate())
        .setGeneratedImageCount(trainer.generatedImageCount())
        .setSamplingSteps(trainer.samplingSteps())
        .build();
  }

  private static Valuation.Builder frame(Run run) {
    RunSpec spec = run.spec();
    Valuation.Builder message =
        Valuation.newBuilder()
            .setName(Names.ofRun(run.id()))
            .setImageSet(Names.ofImageSet(spec.imageSet()))
            .setTrainer(trainer(spec.trainer()))
            .setUtility(spec.utility())
            .setEstimator(estimator(spec.estimator()))
            .setCoalitionBudget(spec.coalitionBudget())
            .setReplicateCount(spec.replicateCount())
            .setSeed(spec.seed())
            .setState(state(run.state()))
            .setProgress(progress(run.progress()))
            .setFailure(run.failure())
            .setCreateTime(Times.timestamp(run.createTime()));
    run.endTime().ifPresent(end -> message.setEndTime(Times.timestamp(end)));
    return message;
  }

  private static void addSolution(Run run, Solution solution, Valuation.Builder message) {
    for (int i = 0; i < run.contributors().size(); i++) {
      PlayerValue value = solution.values().get(i);
      message.addValues(
          ContributorValue.newBuilder()
              .setContributor(run.contributors().get(i))
              .setValue(value.value())
              .setStandardError(value.standardError())
              .setLower(value.lower())
              .setUpper(value.upper())
              .setRank(value.rank()));
    }
    Diagnostics diagnostics = solution.diagnostics();
    message.setDiagnostics(
        ValuationDiagnostics.newBuilder()
            .setEmptyUtility(diagnostics.emptyUtility())
            .setGrandUtility(diagnostics.grandUtility())
            .setEfficiencyGap(diagnostics.efficiencyGap())
            .setSeedStandardDeviation(diagnostics.seedStandardDeviation())
            .setCoalitionCount(diagnostics.coalitionCount())
            .setRank(diagnostics.rank())
            .setConditionNumber(diagnostics.conditionNumber()));
  }

  private static ValuationProgress progress(Progress progress) {
    return ValuationProgress.newBuilder()
        .setTotalEvaluations(progress.total())
        .setDoneEvaluations(progress.done())
        .setRunningEvaluations(progress.running())
        .setFailedEvaluations(progress.failed())
        .setLostLeases(progress.lostLeases())
        .build();
  }

  private static Optional<EstimatorKind> estimator(Valuation valuation) {
    return switch (valuation.getEstimator()) {
      case ESTIMATOR_UNSPECIFIED -> Optional.empty();
      case ESTIMATOR_EXACT -> Optional.of(EstimatorKind.EXACT);
      case ESTIMATOR_PAIRED_KERNEL_SHAP -> Optional.of(EstimatorKind.PAIRED_KERNEL_SHAP);
      case ESTIMATOR_SIZE_ADJUSTED -> Optional.of(EstimatorKind.SIZE_ADJUSTED);
      case UNRECOGNIZED ->
          throw CladeException.invalidField(
              Reason.FIELD_UNKNOWN_VALUE,
              "valuation.estimator",
              valuation.getEstimatorValue(),
              "must be ESTIMATOR_EXACT, ESTIMATOR_PAIRED_KERNEL_SHAP or ESTIMATOR_SIZE_ADJUSTED");
    };
  }

  private static Estimator estimator(EstimatorKind kind) {
    return switch (kind) {
      case EXACT -> Estimator.ESTIMATOR_EXACT;
      case PAIRED_KERNEL_SHAP -> Estimator.ESTIMATOR_PAIRED_KERNEL_SHAP;
      case SIZE_ADJUSTED -> Estimator.ESTIMATOR_SIZE_ADJUSTED;
    };
  }

  private static Valuation.State state(RunState state) {
    return switch (state) {
      case PENDING -> Valuation.State.STATE_PENDING;
      case RUNNING -> Valuation.State.STATE_RUNNING;
      case SUCCEEDED -> Valuation.State.STATE_SUCCEEDED;
      case FAILED -> Valuation.State.STATE_FAILED;
    };
  }
}
