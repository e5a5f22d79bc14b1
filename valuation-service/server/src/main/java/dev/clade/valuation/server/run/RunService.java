package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestId;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.NewRun;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.store.ImageSetStore;
import dev.clade.valuation.server.store.LedgerStore;
import dev.clade.valuation.server.store.RunStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Starts runs and tells where they stand. */
@ApplicationScoped
public class RunService {
  private final ImageSetStore imageSets;
  private final RunStore runs;
  private final LedgerStore ledger;
  private final WorkSignal work;

  @Inject
  RunService(ImageSetStore imageSets, RunStore runs, LedgerStore ledger, WorkSignal work) {
    this.imageSets = imageSets;
    this.runs = runs;
    this.ledger = ledger;
    this.work = work;
  }

  /**
   * Starts a run, or returns the one that the same request started before.
   *
   * @throws CladeException naming the first field that breaks a rule; {@link
   *     Reason#REQUEST_ID_REUSED} when the id was used for another request
   */
  public Uni<Run> create(RunRequest request) {
    UUID requestId = RequestId.parse(request.requestId()).uuid();
    String imageSet = Names.imageSet("valuation.image_set", request.imageSet());
    return imageSets
        .contributors(imageSet)
        .map(
            found ->
                found.orElseThrow(
                    () -> CladeException.notFound(Reason.IMAGE_SET_NOT_FOUND, request.imageSet())))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            contributors -> {
              int players = contributors.size();
              RunSpec spec = RunRules.complete(request, imageSet, players);
              return new NewRun(
                  requestId,
                  spec,
                  request.traceparent(),
                  spec.estimator()
                      .design(players, spec.coalitionBudget(), spec.seed())
                      .coalitions());
            })
        .flatMap(plan -> runs.create(plan).map(run -> requireSame(plan, run)))
        .invoke(work::fire);
  }

  /**
   * Returns a run with its values so far; fails with {@link Reason#VALUATION_NOT_FOUND}.
   *
   * @param id of the run
   */
  public Uni<Run> get(UUID id) {
    return require(id)
        .flatMap(
            run ->
                run.state().isTerminal() || run.progress().done() == 0
                    ? Uni.createFrom().item(run)
                    : withLiveValues(run));
  }

  /** As {@link #get}, without values while the run is active. */
  Uni<Run> require(UUID id) {
    return runs.find(id)
        .map(
            found ->
                found.orElseThrow(
                    () -> CladeException.notFound(Reason.VALUATION_NOT_FOUND, Names.ofRun(id))));
  }

  private Uni<Run> withLiveValues(Run run) {
    return ledger
        .table(run)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(table -> run.withSolution(run.estimator().solve(table)));
  }

  private static Run requireSame(NewRun asked, Run stored) {
    if (!stored.spec().equals(asked.spec())) {
      throw new RequestId(asked.requestId()).reused();
    }
    return stored;
  }
}
