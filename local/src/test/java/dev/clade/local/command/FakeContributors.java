package dev.clade.local.command;

import dev.clade.valuation.v1.ContributorServiceGrpc.ContributorServiceImplBase;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.CreateContributorSetRequest;
import dev.clade.valuation.v1.CreateContributorSetResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** Takes sets of contributors. */
final class FakeContributors extends ContributorServiceImplBase {
  static final String NAME = "contributorSets/1";

  final List<ContributorSet> stored = new ArrayList<>();

  @Override
  public void createContributorSet(
      CreateContributorSetRequest request, StreamObserver<CreateContributorSetResponse> client) {
    stored.add(request.getContributorSet());
    FakeValuation.answer(
        client,
        CreateContributorSetResponse.newBuilder()
            .setContributorSet(request.getContributorSet().toBuilder().setName(NAME))
            .build());
  }
}
