package dev.clade.local.client;

import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.CreateContributorSetRequest;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import dev.clade.valuation.v1.ProposeContributorsResponse;

/** Stores and proposes sets of contributors. */
public final class ContributorSets {
  private final MeshClient client;

  /** Creates a client of the service. */
  public ContributorSets(MeshClient client) {
    this.client = client;
  }

  /** Stores a set and returns it with its name. */
  public ContributorSet store(ContributorSet set) {
    CreateContributorSetRequest request =
        CreateContributorSetRequest.newBuilder().setContributorSet(set).build();
    return client
        .call(Service.VALUATION, () -> client.contributors().createContributorSet(request))
        .getContributorSet();
  }

  /** Returns the contributors behind a model. */
  public ProposeContributorsResponse propose(ProposeContributorsRequest request) {
    return client.call(Service.VALUATION, () -> client.contributors().proposeContributors(request));
  }

  /** Returns the contributors of a proposal as a set that can be stored. */
  public static ContributorSet setOf(ProposeContributorsResponse proposal) {
    ContributorSet.Builder set = ContributorSet.newBuilder();
    proposal.getContributorsList().forEach(one -> set.addContributors(one.getContributor()));
    return set.build();
  }
}
