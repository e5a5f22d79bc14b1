package dev.clade.valuation.server.grpc;

import dev.clade.valuation.server.domain.ContributorSet;
import dev.clade.valuation.server.domain.DataContributor;
import dev.clade.valuation.server.domain.Names;
import java.util.List;

/** Maps sets of contributors. */
final class ContributorMessages {
  private ContributorMessages() {}

  static List<DataContributor> contributors(dev.clade.valuation.v1.ContributorSet message) {
    return message.getContributorsList().stream()
        .map(
            one ->
                new DataContributor(
                    one.getId(),
                    one.getDisplayName(),
                    one.getItemCount(),
                    one.getSourcesList(),
                    one.getContentHash(),
                    one.getLicensesList()))
        .toList();
  }

  static dev.clade.valuation.v1.ContributorSet set(ContributorSet set) {
    dev.clade.valuation.v1.ContributorSet.Builder message =
        dev.clade.valuation.v1.ContributorSet.newBuilder()
            .setName(Names.ofContributorSet(set.id()));
    set.contributors().forEach(one -> message.addContributors(contributor(one)));
    return message.build();
  }

  static dev.clade.valuation.v1.DataContributor contributor(DataContributor one) {
    return dev.clade.valuation.v1.DataContributor.newBuilder()
        .setId(one.id())
        .setDisplayName(one.displayName())
        .setItemCount(one.itemCount())
        .addAllSources(one.sources())
        .setContentHash(one.contentHash())
        .addAllLicenses(one.licenses())
        .build();
  }
}
