package dev.clade.local.client;

import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.ImportEvaluationsRequest;
import dev.clade.valuation.v1.ImportEvaluationsResponse;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ResumeValuationRequest;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WatchValuationRequest;
import dev.clade.valuation.v1.WatchValuationResponse;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.grpc.Status;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Starts and follows valuations. */
public final class ValuationRuns {
  private static final int LARGEST_PAGE = 5_000;

  /** So many rows of fifty utilities fit into one message. */
  private static final int LARGEST_IMPORT = 2_000;

  /** A stream that was cut is tried again for about a minute. */
  private static final int MOST_RETRIES = 30;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(2);

  private final MeshClient client;

  /** Creates a starter that calls through a client. */
  public ValuationRuns(MeshClient client) {
    this.client = client;
  }

  /** Stores an image set and returns it without pixels, with its name. */
  public ImageSet store(ImageSet images) {
    CreateImageSetRequest request = CreateImageSetRequest.newBuilder().setImageSet(images).build();
    return client
        .call(Service.VALUATION, () -> client.valuation().createImageSet(request))
        .getImageSet();
  }

  /** Starts a run and returns it with every default filled in. */
  public Valuation create(Valuation wished) {
    return create(wished, false);
  }

  /** Returns a run as it would be, with its forecast, without starting it. */
  public Valuation forecast(Valuation wished) {
    return create(wished, true);
  }

  private Valuation create(Valuation wished, boolean validateOnly) {
    CreateValuationRequest request =
        CreateValuationRequest.newBuilder()
            .setValuation(wished)
            .setValidateOnly(validateOnly)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    return client
        .call(Service.VALUATION, () -> client.valuation().createValuation(request))
        .getValuation();
  }

  /** Returns all runs, the newest first, without values. */
  public List<Valuation> list() {
    return client.call(
        Service.VALUATION,
        () ->
            Pages.all(
                    token ->
                        client
                            .valuation()
                            .listValuations(
                                ListValuationsRequest.newBuilder().setPageToken(token).build()))
                .getValuationsList());
  }

  /** Returns a run as it is now. */
  public Valuation get(String name) {
    GetValuationRequest request = GetValuationRequest.newBuilder().setName(name).build();
    return client
        .call(Service.VALUATION, () -> client.valuation().getValuation(request))
        .getValuation();
  }

  /**
   * Follows a run to its end, and returns it as it ended. The run goes on when the caller does not.
   * A stream that breaks, for instance because the service is replaced, is taken up again.
   */
  public Valuation watch(String name, Consumer<Valuation> progress) {
    WatchValuationRequest request = WatchValuationRequest.newBuilder().setName(name).build();
    AtomicBoolean isKnown = new AtomicBoolean();
    RetryPolicy<Valuation> retry =
        RetryPolicy.<Valuation>builder()
            .handleIf(failure -> isKnown.get() && isUnavailable(failure))
            .withBackoff(FIRST_PAUSE, LAST_PAUSE)
            .withMaxRetries(MOST_RETRIES)
            .build();
    return Failsafe.with(retry)
        .get(() -> client.call(Service.VALUATION, () -> follow(request, progress, isKnown)));
  }

  private Valuation follow(
      WatchValuationRequest request, Consumer<Valuation> progress, AtomicBoolean isKnown) {
    Iterator<WatchValuationResponse> states = client.valuation().watchValuation(request);
    Valuation last = Valuation.getDefaultInstance();
    while (states.hasNext()) {
      last = states.next().getValuation();
      isKnown.set(true);
      progress.accept(last);
    }
    return last;
  }

  private static boolean isUnavailable(Throwable failure) {
    return failure instanceof CallFailure
        && Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE;
  }

  /** Ends a run with the values known so far. */
  public Valuation cancel(String name) {
    CancelValuationRequest request = CancelValuationRequest.newBuilder().setName(name).build();
    return client
        .call(Service.VALUATION, () -> client.valuation().cancelValuation(request))
        .getValuation();
  }

  /**
   * Lets a run go on.
   *
   * @param budget takes the place of the run's, if given
   */
  public Valuation resume(String name, Optional<Budget> budget) {
    ResumeValuationRequest.Builder request = ResumeValuationRequest.newBuilder().setName(name);
    budget.ifPresent(request::setBudget);
    return client
        .call(Service.VALUATION, () -> client.valuation().resumeValuation(request.build()))
        .getValuation();
  }

  /** Returns the ledger of a run, by coalition and replicate. */
  public List<Evaluation> ledger(String name) {
    return client.call(
        Service.VALUATION,
        () ->
            Pages.all(
                    token ->
                        client
                            .valuation()
                            .listEvaluations(
                                ListEvaluationsRequest.newBuilder()
                                    .setParent(name)
                                    .setPageSize(LARGEST_PAGE)
                                    .setPageToken(token)
                                    .build()))
                .getEvaluationsList());
  }

  /**
   * Adds evaluations that were done elsewhere to the ledger of a run.
   *
   * @param contributors ids that the coalitions' bits stand for, ascending
   * @return how many were added, and how many the ledger had
   */
  public ImportEvaluationsResponse add(
      String name, List<String> contributors, List<Evaluation> rows) {
    ImportEvaluationsResponse.Builder sum = ImportEvaluationsResponse.newBuilder();
    // One that is empty is sent, too: so the service says what is wrong with it.
    for (int from = 0; from == 0 || from < rows.size(); from += LARGEST_IMPORT) {
      ImportEvaluationsRequest request =
          ImportEvaluationsRequest.newBuilder()
              .setParent(name)
              .addAllContributors(contributors)
              .addAllEvaluations(rows.subList(from, Math.min(rows.size(), from + LARGEST_IMPORT)))
              .build();
      ImportEvaluationsResponse added =
          client.call(Service.VALUATION, () -> client.valuation().importEvaluations(request));
      sum.setImportedCount(sum.getImportedCount() + added.getImportedCount())
          .setPresentCount(sum.getPresentCount() + added.getPresentCount());
    }
    return sum.build();
  }

  /** Returns the resource name of a run from what people type, with or without its collection. */
  public static String name(String typed) {
    return typed.startsWith("valuations/") ? typed : "valuations/" + typed;
  }
}
