package dev.clade.valuation.server.store;

import com.google.protobuf.ByteString;
import dev.clade.valuation.server.domain.ContributorBytes;
import dev.clade.valuation.server.domain.ContributorSet;
import dev.clade.valuation.server.domain.DataContributor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Sets of contributors by the hash of their content. */
@ApplicationScoped
public class ContributorSetStore {
  private static final String INSERT =
      """
      INSERT INTO valuation.contributor_set (id, contributors, content) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO NOTHING
      """;

  private final Pool pool;

  @Inject
  ContributorSetStore(Pool pool) {
    this.pool = pool;
  }

  /** Stores a set unless it is there; two who store the same at once both succeed. */
  public Uni<Void> put(ContributorSet set) {
    String[] ids = set.contributors().stream().map(DataContributor::id).toArray(String[]::new);
    Buffer content = Buffer.buffer(ContributorBytes.write(set.contributors()).toByteArray());
    return pool.preparedQuery(INSERT).execute(Tuple.of(set.id(), ids, content)).replaceWithVoid();
  }

  /** Returns a set. */
  public Uni<Optional<ContributorSet>> find(String id) {
    return pool.preparedQuery("SELECT content FROM valuation.contributor_set WHERE id = $1")
        .execute(Tuple.of(id))
        .map(
            rows ->
                first(rows)
                    .map(row -> ByteString.copyFrom(row.getBuffer(0).getBytes()))
                    .map(content -> new ContributorSet(id, ContributorBytes.read(content))));
  }

  /** Returns the ids of a set's contributors, ascending. */
  public Uni<Optional<List<String>>> contributors(String id) {
    return pool.preparedQuery("SELECT contributors FROM valuation.contributor_set WHERE id = $1")
        .execute(Tuple.of(id))
        .map(rows -> first(rows).map(row -> List.of(row.getArrayOfStrings(0))));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    RowIterator<Row> iterator = rows.iterator();
    return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
  }
}
