package dev.clade.valuation.server.contributor;

import com.google.common.hash.Hashing;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.ContributorBytes;
import dev.clade.valuation.server.domain.ContributorSet;
import dev.clade.valuation.server.domain.DataContributor;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.store.ContributorSetStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Stores and returns sets of contributors. */
@ApplicationScoped
public class ContributorSetService {
  private final ContributorSetStore store;

  @Inject
  ContributorSetService(ContributorSetStore store) {
    this.store = store;
  }

  /**
   * Stores a set and returns it in its canonical form: contributors, sources and licences sorted,
   * and the SHA-256 of all that as its id.
   *
   * @param sent in any order
   * @throws CladeException naming the first field that breaks a rule
   */
  public Uni<ContributorSet> create(List<DataContributor> sent) {
    ContributorRules.check(sent);
    List<DataContributor> sorted =
        sent.stream()
            .map(ContributorSetService::sorted)
            .sorted(Comparator.comparing(DataContributor::id))
            .toList();
    byte[] bytes = ContributorBytes.write(sorted).toByteArray();
    ContributorSet set = new ContributorSet(Hashing.sha256().hashBytes(bytes).toString(), sorted);
    return store.put(set).replaceWith(set);
  }

  /**
   * Returns a set; fails with {@link Reason#CONTRIBUTOR_SET_NOT_FOUND}.
   *
   * @param name resource name
   */
  public Uni<ContributorSet> get(String name) {
    return store
        .find(Names.contributorSet("name", name))
        .map(
            found ->
                found.orElseThrow(
                    () -> CladeException.notFound(Reason.CONTRIBUTOR_SET_NOT_FOUND, name)));
  }

  private static DataContributor sorted(DataContributor one) {
    return new DataContributor(
        one.id(),
        one.displayName(),
        one.itemCount(),
        one.sources().stream().sorted().toList(),
        one.contentHash(),
        one.licenses().stream().sorted().toList());
  }
}
