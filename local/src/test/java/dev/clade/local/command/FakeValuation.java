package dev.clade.local.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.CancelValuationResponse;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateImageSetResponse;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.CreateValuationResponse;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.GetValuationResponse;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.ImportEvaluationsRequest;
import dev.clade.valuation.v1.ImportEvaluationsResponse;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListEvaluationsResponse;
import dev.clade.valuation.v1.ResumeValuationRequest;
import dev.clade.valuation.v1.ResumeValuationResponse;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationServiceGrpc.ValuationServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** A service with one exact run of two contributors, worth 3 and 1, in a game without noise. */
final class FakeValuation extends ValuationServiceImplBase {
  static final String NAME = "valuations/00000000-0000-4000-8000-000000000001";

  final List<Evaluation> ledger = new ArrayList<>();
  final List<Object> asked = new ArrayList<>();

  FakeValuation() {
    double[] utilities = {0, 3, 1, 4};
    for (int members = 0; members < 4; members++) {
      ledger.add(
          Evaluation.newBuilder()
              .setCoalition(ByteString.copyFrom(new byte[] {(byte) members}))
              .setPosition(members)
              .putUtilities("neg_log_fid", utilities[members])
              .setReferenceHash("reference")
              .setDurationSeconds(0.5)
              .setWorker("w")
              .setCreateTime(Timestamp.newBuilder().setSeconds(1_000 + members))
              .build());
    }
  }

  static Valuation run() {
    return Valuation.newBuilder()
        .setName(NAME)
        .addContributors("alice")
        .addContributors("bob")
        .build();
  }

  @Override
  public void getValuation(
      GetValuationRequest request, StreamObserver<GetValuationResponse> client) {
    answer(client, GetValuationResponse.newBuilder().setValuation(run()).build());
  }

  @Override
  public void listEvaluations(
      ListEvaluationsRequest request, StreamObserver<ListEvaluationsResponse> client) {
    // In two pages.
    boolean first = request.getPageToken().isEmpty();
    answer(
        client,
        ListEvaluationsResponse.newBuilder()
            .addAllEvaluations(first ? ledger.subList(0, 2) : ledger.subList(2, ledger.size()))
            .setNextPageToken(first ? "more" : "")
            .build());
  }

  @Override
  public void importEvaluations(
      ImportEvaluationsRequest request, StreamObserver<ImportEvaluationsResponse> client) {
    asked.add(request);
    answer(
        client,
        ImportEvaluationsResponse.newBuilder()
            .setImportedCount(request.getEvaluationsCount())
            .build());
  }

  @Override
  public void cancelValuation(
      CancelValuationRequest request, StreamObserver<CancelValuationResponse> client) {
    asked.add(request);
    answer(client, CancelValuationResponse.newBuilder().setValuation(run()).build());
  }

  @Override
  public void resumeValuation(
      ResumeValuationRequest request, StreamObserver<ResumeValuationResponse> client) {
    asked.add(request);
    answer(client, ResumeValuationResponse.newBuilder().setValuation(run()).build());
  }

  @Override
  public void createImageSet(
      CreateImageSetRequest request, StreamObserver<CreateImageSetResponse> client) {
    answer(
        client,
        CreateImageSetResponse.newBuilder()
            .setImageSet(ImageSet.newBuilder().setName("imageSets/1"))
            .build());
  }

  @Override
  public void createValuation(
      CreateValuationRequest request, StreamObserver<CreateValuationResponse> client) {
    asked.add(request.toBuilder().clearRequestId().build());
    answer(
        client, CreateValuationResponse.newBuilder().setValuation(request.getValuation()).build());
  }

  static <T> void answer(StreamObserver<T> client, T response) {
    client.onNext(response);
    client.onCompleted();
  }
}
