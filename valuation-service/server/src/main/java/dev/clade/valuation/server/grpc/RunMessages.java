package dev.clade.valuation.server.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Times;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.server.domain.FailedEvaluation;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.run.RunRequest;
import dev.clade.valuation.server.run.RunView;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.Estimator;
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
    return new RunRequest(
        message.getRequestId(),
        valuation.getImageSet(),
        valuation.getContributorSet(),
        TrainerMessages.settings(valuation.getTrainer()),
        valuation.getUtility(),
        estimator(valuation),
        valuation.getCoalitionBudget(),
        valuation.getReplicateCount(),
        valuation.getSeed(),
        valuation.getPriority(),
        valuation.getShare(),
        LimitMessages.budget("valuation.budget", valuation.getBudget()),
        LimitMessages.precision(valuation.getPrecision()),
        valuation.getReuseEvaluations(),
        traceparent);
  }

  /** Returns a run with its values and what is ahead of it. */
  static Valuation withValues(RunView view) {
    Run run = view.run();
    Valuation.Builder message = frame(run);
    run.solution().ifPresent(solution -> addSolution(run, solution, message));
    view.outlook().pending().map(OutlookMessages::pending).ifPresent(message::setPending);
    view.outlook()
        .forecast()
        .map(forecast -> OutlookMessages.forecast(forecast, run.price()))
        .ifPresent(message::setForecast);
    return message.build();
  }

  /** Returns a run that is not stored. */
  static Valuation preview(RunView view) {
    return withValues(view).toBuilder().clearName().clearCreateTime().build();
  }

  static Valuation withoutValues(Run run) {
    return frame(run).build();
  }

  private static Valuation.Builder frame(Run run) {
    RunSpec spec = run.spec();
    Valuation.Builder message =
        Valuation.newBuilder()
            .setName(Names.ofRun(run.id()))
            .setTrainer(TrainerMessages.spec(spec.trainer()))
            .setUtility(spec.utility())
            .setEstimator(estimator(spec.estimator()))
            .setCoalitionBudget(spec.coalitionBudget())
            .setReplicateCount(spec.replicateCount())
            .setSeed(spec.seed())
            .setState(state(run.state()))
            .setProgress(progress(run.progress()))
            .setFailure(run.failure())
            .addAllContributors(run.contributors())
            .setCreateTime(Times.timestamp(run.createTime()))
            .setPriority(spec.priority())
            .setShare(spec.share())
            .setBudget(LimitMessages.budget(run))
            .setReuseEvaluations(spec.reuse())
            .setUsage(LimitMessages.usage(run))
            .setEndReason(run.endReason());
    switch (spec.subject().kind()) {
      case IMAGE_SET -> message.setImageSet(Names.ofImageSet(spec.subject().id()));
      case CONTRIBUTOR_SET ->
          message.setContributorSet(Names.ofContributorSet(spec.subject().id()));
    }
    spec.precision().map(LimitMessages::precision).ifPresent(message::setPrecision);
    run.price().map(LimitMessages::price).ifPresent(message::setDeviceHourPrice);
    run.failed().forEach(each -> message.addFailedEvaluations(failed(run, each)));
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
            .setConditionNumber(diagnostics.conditionNumber())
            .setPositionCount(run.positionCount()));
  }

  private static dev.clade.valuation.v1.FailedEvaluation failed(Run run, FailedEvaluation failed) {
    dev.clade.valuation.v1.FailedEvaluation.Builder message =
        dev.clade.valuation.v1.FailedEvaluation.newBuilder()
            .setCoalition(failed.coalition())
            .setReplicate(failed.replicate())
            .setFailureCount(failed.failures())
            .setLossCount(failed.losses())
            .setMessage(failed.message());
    Coalition.fromBytes(run.contributors().size(), failed.coalition().toByteArray())
        .players()
        .mapToObj(run.contributors()::get)
        .forEach(message::addContributors);
    return message.build();
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
      case CANCELLED -> Valuation.State.STATE_CANCELLED;
      case EXHAUSTED -> Valuation.State.STATE_EXHAUSTED;
    };
  }
}
