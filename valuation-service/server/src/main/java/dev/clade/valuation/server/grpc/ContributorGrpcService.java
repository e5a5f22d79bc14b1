package dev.clade.valuation.server.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.valuation.server.contributor.ContributorSetService;
import dev.clade.valuation.server.contributor.ProposalService;
import dev.clade.valuation.v1.ContributorService;
import dev.clade.valuation.v1.CreateContributorSetRequest;
import dev.clade.valuation.v1.CreateContributorSetResponse;
import dev.clade.valuation.v1.GetContributorSetRequest;
import dev.clade.valuation.v1.GetContributorSetResponse;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** The service that knows whom to value. */
@GrpcService
public class ContributorGrpcService implements ContributorService {
  private final ContributorSetService sets;
  private final ProposalService proposals;

  @Inject
  ContributorGrpcService(ContributorSetService sets, ProposalService proposals) {
    this.sets = sets;
    this.proposals = proposals;
  }

  @Override
  public Uni<CreateContributorSetResponse> createContributorSet(
      CreateContributorSetRequest request) {
    if (!request.hasContributorSet()) {
      throw CladeException.missingField("contributor_set");
    }
    return CallersContext.answer(
        sets.create(ContributorMessages.contributors(request.getContributorSet()))
            .map(
                stored ->
                    CreateContributorSetResponse.newBuilder()
                        .setContributorSet(ContributorMessages.set(stored))
                        .build()));
  }

  @Override
  public Uni<GetContributorSetResponse> getContributorSet(GetContributorSetRequest request) {
    return CallersContext.answer(
        sets.get(request.getName())
            .map(
                set ->
                    GetContributorSetResponse.newBuilder()
                        .setContributorSet(ContributorMessages.set(set))
                        .build()));
  }

  @Override
  public Uni<ProposeContributorsResponse> proposeContributors(ProposeContributorsRequest request) {
    return CallersContext.answer(
        proposals
            .propose(
                request.getModel(),
                ProposalMessages.grouping(request),
                request.getIncludeAncestors())
            .map(ProposalMessages::response));
  }
}
