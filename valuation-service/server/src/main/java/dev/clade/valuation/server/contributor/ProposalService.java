package dev.clade.valuation.server.contributor;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.request.ResourceName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Proposes whom to value. */
@ApplicationScoped
public class ProposalService {
  private final LineageSource lineage;

  @Inject
  ProposalService(LineageSource lineage) {
    this.lineage = lineage;
  }

  /**
   * Returns the contributors behind a model's declared datasets, and what is missing; fails as
   * {@link LineageSource#origins} does.
   *
   * @param model resource name
   * @param grouping whose datasets make one contributor
   * @param includeAncestors whether datasets of models count that the model was derived from
   * @throws CladeException when the name is missing or none of a model
   */
  public Uni<Proposal> propose(String model, Grouping grouping, boolean includeAncestors) {
    ResourceName name = ResourceName.parse("model", model, "models");
    return lineage
        .origins(name.toString(), includeAncestors)
        .map(
            origins -> {
              ProposedContributors found = ProposedContributors.of(origins, grouping);
              return new Proposal(
                  origins.artifacts().getFirst().name(),
                  found.kept(),
                  found.totalCount(),
                  GapFinder.gaps(origins, found.leftOut()),
                  (int) origins.artifacts().stream().filter(Origins.Artifact::isModel).count(),
                  origins.sequence());
            });
  }
}
