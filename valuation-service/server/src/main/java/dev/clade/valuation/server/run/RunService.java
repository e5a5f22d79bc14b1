package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestId;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.NewRun;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.embedding.EmbeddingRuns;
import dev.clade.valuation.server.forecast.RunOutlook;
import dev.clade.valuation.server.forecast.RunOutlook.Outlook;
import dev.clade.valuation.server.store.ContributorSetStore;
import dev.clade.valuation.server.store.ImageSetStore;
import dev.clade.valuation.server.store.LedgerStore;
import dev.clade.valuation.server.store.RunStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts runs and tells where they stand. */
@ApplicationScoped
public class RunService {
  /** A run that is not stored has none. */
  private static final UUID NO_ID = new UUID(0, 0);

  private final ImageSetStore imageSets;
  private final ContributorSetStore contributorSets;
  private final RunStore runs;
  private final LedgerStore ledger;
  private final EndingRule ending;
  private final RunOutlook outlook;
  private final WorkSignal work;
  private final ValuationConfig config;
  private final EmbeddingRuns embeddings;

  @Inject
  RunService(
      ImageSetStore imageSets,
      ContributorSetStore contributorSets,
      RunStore runs,
      LedgerStore ledger,
      EndingRule ending,
      RunOutlook outlook,
      WorkSignal work,
      ValuationConfig config,
      EmbeddingRuns embeddings) {
    this.embeddings = embeddings;
    this.config = config;
    this.ending = ending;
    this.outlook = outlook;
    this.imageSets = imageSets;
    this.contributorSets = contributorSets;
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
  public Uni<RunView> create(RunRequest request) {
    return plan(request)
        .flatMap(plan -> runs.create(plan, ending).map(run -> requireSame(plan, run)))
        .invoke(work::fire)
        .flatMap(this::view);
  }

  /**
   * Returns what a request would start, with its forecast, without starting it.
   *
   * @throws CladeException as {@link #create}
   */
  public Uni<RunView> preview(RunRequest request) {
    return plan(request)
        .flatMap(
            plan -> {
              Run run = plan.asRun(NO_ID, Instant.EPOCH);
              return outlook
                  .forecast(run)
                  .map(forecast -> new RunView(run, new Outlook(Optional.empty(), forecast)));
            });
  }

  private Uni<NewRun> plan(RunRequest request) {
    UUID requestId = RequestId.parse(request.requestId()).uuid();
    Subject subject = SubjectRules.subject(request);
    return embeddings
        .check(subject, request.trainer())
        .chain(() -> contributors(subject))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            contributors -> {
              int players = contributors.size();
              Optional<Price> price = config.price().map(ValuationConfig.Price::price);
              RunSpec spec = RunRules.complete(request, subject, players, price);
              return new NewRun(
                  requestId,
                  spec,
                  contributors,
                  price,
                  request.traceparent(),
                  spec.estimator()
                      .design(players, spec.coalitionBudget(), spec.seed())
                      .coalitions());
            });
  }

  /**
   * Returns a run with its values so far; fails with {@link Reason#VALUATION_NOT_FOUND}.
   *
   * @param id of the run
   */
  public Uni<RunView> get(UUID id) {
    return require(id).flatMap(this::view);
  }

  /** As {@link #get}, without values while the run is active. */
  Uni<Run> require(UUID id) {
    return found(runs.find(id), Reason.VALUATION_NOT_FOUND, Names.ofRun(id));
  }

  private Uni<List<String>> contributors(Subject subject) {
    String id = subject.id();
    return switch (subject.kind()) {
      case IMAGE_SET ->
          found(imageSets.contributors(id), Reason.IMAGE_SET_NOT_FOUND, Names.ofImageSet(id));
      case CONTRIBUTOR_SET ->
          found(
              contributorSets.contributors(id),
              Reason.CONTRIBUTOR_SET_NOT_FOUND,
              Names.ofContributorSet(id));
    };
  }

  private static <T> Uni<T> found(Uni<Optional<T>> sought, Reason otherwise, String name) {
    return sought.map(found -> found.orElseThrow(() -> CladeException.notFound(otherwise, name)));
  }

  private Uni<RunView> view(Run run) {
    return run.state().isTerminal()
        ? Uni.createFrom().item(new RunView(run, Outlook.NONE))
        : ledger
            .table(run)
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .flatMap(
                table -> {
                  Run live = run.withSolution(run.estimator().solve(table));
                  return outlook.of(live, table).map(ahead -> new RunView(live, ahead));
                });
  }

  private static Run requireSame(NewRun asked, Run stored) {
    // A run that was resumed may have another budget by now.
    if (!stored.spec().equals(asked.spec().withBudget(stored.spec().budget()))) {
      throw new RequestId(asked.requestId()).reused();
    }
    return stored;
  }
}
