package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.ImageSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Image sets by the hash of their content. */
@ApplicationScoped
public class ImageSetStore {
  private final Mutiny.SessionFactory sessions;
  private final Pool pool;

  @Inject
  ImageSetStore(Mutiny.SessionFactory sessions, Pool pool) {
    this.sessions = sessions;
    this.pool = pool;
  }

  /** Stores an image set unless it is there; two who store the same at once both succeed. */
  public Uni<Void> put(ImageSet imageSet) {
    return sessions
        .withStatelessTransaction(
            session ->
                session
                    .get(ImageSetEntity.class, imageSet.id())
                    .onItem()
                    .ifNull()
                    .switchTo(
                        () -> {
                          ImageSetEntity entity = ImageSetEntity.of(imageSet);
                          return session.insert(entity).replaceWith(entity);
                        }))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure ->
                contributors(imageSet.id())
                    .onItem()
                    .transformToUni(
                        there ->
                            there.isPresent()
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(failure)));
  }

  /** Returns an image set with its pixels. */
  public Uni<Optional<ImageSet>> find(String id) {
    return sessions
        .withStatelessSession(session -> session.get(ImageSetEntity.class, id))
        .map(entity -> Optional.ofNullable(entity).map(ImageSetEntity::toImageSet));
  }

  /** Returns the ids of an image set's contributors, ascending, without reading any pixels. */
  public Uni<Optional<List<String>>> contributors(String id) {
    return pool.preparedQuery("SELECT contributors FROM valuation.image_set WHERE id = $1")
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(List.of(rows.iterator().next().getArrayOfStrings(0))));
  }
}
