package dev.clade.valuation.server.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageToken;
import dev.clade.runtime.telemetry.TraceParent;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.imageset.ImageSetService;
import dev.clade.valuation.server.lease.ImportService;
import dev.clade.valuation.server.run.RunControl;
import dev.clade.valuation.server.run.RunPages;
import dev.clade.valuation.server.run.RunRequest;
import dev.clade.valuation.server.run.RunService;
import dev.clade.valuation.server.run.RunWatch;
import dev.clade.valuation.server.run.WantedBudget;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.CancelValuationResponse;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateImageSetResponse;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.CreateValuationResponse;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.GetValuationResponse;
import dev.clade.valuation.v1.ImportEvaluationsRequest;
import dev.clade.valuation.v1.ImportEvaluationsResponse;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListEvaluationsResponse;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ListValuationsResponse;
import dev.clade.valuation.v1.ResumeValuationRequest;
import dev.clade.valuation.v1.ResumeValuationResponse;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationService;
import dev.clade.valuation.v1.WatchValuationRequest;
import dev.clade.valuation.v1.WatchValuationResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The service that values contributors. */
@GrpcService
public class ValuationGrpcService implements ValuationService {
  private static final PageSize RUNS = new PageSize(50, 200);
  private static final PageSize EVALUATIONS = new PageSize(500, 5_000);

  private final ImageSetService imageSets;
  private final RunService runs;
  private final EndedRuns ended;
  private final RunControl control;
  private final RunWatch watch;
  private final RunPages pages;
  private final ImportService imports;

  @Inject
  ValuationGrpcService(
      ImageSetService imageSets,
      RunService runs,
      EndedRuns ended,
      RunControl control,
      RunWatch watch,
      RunPages pages,
      ImportService imports) {
    this.imageSets = imageSets;
    this.runs = runs;
    this.ended = ended;
    this.control = control;
    this.watch = watch;
    this.pages = pages;
    this.imports = imports;
  }

  @Override
  public Uni<CreateImageSetResponse> createImageSet(CreateImageSetRequest request) {
    if (!request.hasImageSet()) {
      throw CladeException.missingField("image_set");
    }
    return CallersContext.answer(
        imageSets
            .create(ImageSetMessages.imageSet(request.getImageSet()))
            .map(
                stored ->
                    CreateImageSetResponse.newBuilder()
                        .setImageSet(ImageSetMessages.withoutPixels(stored))
                        .build()));
  }

  @Override
  public Uni<CreateValuationResponse> createValuation(CreateValuationRequest request) {
    RunRequest wanted = RunMessages.request(request, TraceParent.current());
    Uni<Valuation> answer =
        request.getValidateOnly()
            ? runs.preview(wanted).map(RunMessages::preview)
            : runs.create(wanted).map(RunMessages::withValues);
    return CallersContext.answer(
        answer.map(run -> CreateValuationResponse.newBuilder().setValuation(run).build()));
  }

  @Override
  public Uni<GetValuationResponse> getValuation(GetValuationRequest request) {
    UUID id = Names.run("name", request.getName());
    return CallersContext.answer(
        ended.get(id).map(run -> GetValuationResponse.newBuilder().setValuation(run).build()));
  }

  @Override
  public Uni<ListValuationsResponse> listValuations(ListValuationsRequest request) {
    int size = RUNS.of(request.getPageSize());
    return CallersContext.answer(
        Paging.paged(request.getPageToken(), () -> pages.runs(size, PageToken.decode(request)))
            .map(
                page -> {
                  ListValuationsResponse.Builder response = ListValuationsResponse.newBuilder();
                  page.items()
                      .forEach(run -> response.addValuations(RunMessages.withoutValues(run)));
                  return response.setNextPageToken(Paging.token(request, page)).build();
                }));
  }

  @Override
  public Multi<WatchValuationResponse> watchValuation(WatchValuationRequest request) {
    UUID id = Names.run("name", request.getName());
    return CallersContext.answer(
        watch
            .watch(id)
            .map(
                run ->
                    WatchValuationResponse.newBuilder()
                        .setValuation(RunMessages.withValues(run))
                        .build()));
  }

  @Override
  public Uni<CancelValuationResponse> cancelValuation(CancelValuationRequest request) {
    return CallersContext.answer(
        control
            .cancel(Names.run("name", request.getName()))
            .map(
                run ->
                    CancelValuationResponse.newBuilder()
                        .setValuation(RunMessages.withValues(run))
                        .build()));
  }

  @Override
  public Uni<ResumeValuationResponse> resumeValuation(ResumeValuationRequest request) {
    Optional<WantedBudget> budget =
        request.hasBudget()
            ? Optional.of(LimitMessages.budget("budget", request.getBudget()))
            : Optional.empty();
    return CallersContext.answer(
        control
            .resume(Names.run("name", request.getName()), budget)
            .map(
                run ->
                    ResumeValuationResponse.newBuilder()
                        .setValuation(RunMessages.withValues(run))
                        .build()));
  }

  @Override
  public Uni<ListEvaluationsResponse> listEvaluations(ListEvaluationsRequest request) {
    UUID run = Names.run("parent", request.getParent());
    int size = EVALUATIONS.of(request.getPageSize());
    return CallersContext.answer(
        Paging.paged(
                request.getPageToken(), () -> pages.ledger(run, size, PageToken.decode(request)))
            .map(
                page -> {
                  ListEvaluationsResponse.Builder response = ListEvaluationsResponse.newBuilder();
                  page.items()
                      .forEach(row -> response.addEvaluations(LedgerMessages.evaluation(row)));
                  return response.setNextPageToken(Paging.token(request, page)).build();
                }));
  }

  @Override
  public Uni<ImportEvaluationsResponse> importEvaluations(ImportEvaluationsRequest request) {
    UUID run = Names.run("parent", request.getParent());
    return CallersContext.answer(
        imports
            .add(run, request.getContributorsList(), LedgerMessages.imported(request))
            .map(
                added ->
                    ImportEvaluationsResponse.newBuilder()
                        .setImportedCount(added)
                        .setPresentCount(request.getEvaluationsCount() - added)
                        .build()));
  }
}
