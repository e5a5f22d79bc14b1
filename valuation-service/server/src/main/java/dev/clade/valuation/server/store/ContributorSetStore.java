package dev.clade.valuation.server.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Sets of contributors by the hash of their content. */
@ApplicationScoped
public class ContributorSetStore {
  private final Pool pool;

  @Inject
  ContributorSetStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns the ids of a set's contributors, ascending. */
  public Uni<Optional<List<String>>> contributors(String id) {
    return pool.preparedQuery("SELECT contributors FROM valuation.contributor_set WHERE id = $1")
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(List.of(rows.iterator().next().getArrayOfStrings(0))));
  }
}
