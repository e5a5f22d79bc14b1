package dev.clade.valuation.server.lineage;

import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers every walk with the parts, or the failure, that it was last given. */
public final class FakeLineage extends LineageServiceGrpc.LineageServiceImplBase {
  /** The one of the test's server, which finds it by its configuration. */
  public static final FakeLineage INSTANCE = new FakeLineage();

  private final List<TraverseRequest> asked = new ArrayList<>();
  private List<TraverseResponse> parts = List.of();
  private Optional<StatusRuntimeException> failure = Optional.empty();

  private FakeLineage() {}

  /** Answers with parts from now on. */
  public synchronized void answer(TraverseResponse... given) {
    asked.clear();
    parts = List.of(given);
    failure = Optional.empty();
  }

  /** Sends its parts and then fails from now on. */
  public synchronized void fail(StatusRuntimeException given) {
    failure = Optional.of(given);
  }

  /** Returns the walks that were asked for since the last answer was given. */
  public synchronized List<TraverseRequest> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized void traverse(
      TraverseRequest request, StreamObserver<TraverseResponse> answers) {
    asked.add(request);
    parts.forEach(answers::onNext);
    failure.ifPresentOrElse(answers::onError, answers::onCompleted);
  }
}
