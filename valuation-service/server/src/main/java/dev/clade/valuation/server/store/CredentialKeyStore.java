package dev.clade.valuation.server.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The key that workers' credentials are signed with. */
@ApplicationScoped
public class CredentialKeyStore {
  private static final String PROPOSE =
      "INSERT INTO valuation.credential_key (jwk) VALUES ($1) ON CONFLICT DO NOTHING";

  private static final String READ = "SELECT jwk FROM valuation.credential_key";

  private final Pool pool;

  @Inject
  CredentialKeyStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns the key that there is; the proposed one when there was none before. */
  public Uni<String> keep(String proposedJwk) {
    return pool.preparedQuery(PROPOSE)
        .execute(Tuple.of(proposedJwk))
        .flatMap(_ -> pool.query(READ).execute())
        .map(rows -> rows.iterator().next().getString(0));
  }
}
