package dev.clade.ingest.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The files that wait to be imported. */
@ApplicationScoped
public class UploadStore {
  private final Mutiny.SessionFactory sessions;

  @Inject
  UploadStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Stores an upload. */
  public Uni<Void> add(Upload upload) {
    return sessions.withTransaction(session -> session.persist(UploadEntity.of(upload)));
  }

  /** Returns an upload. */
  public Uni<Optional<Upload>> find(UUID id) {
    return sessions
        .withSession(session -> session.find(UploadEntity.class, id))
        .map(entity -> Optional.ofNullable(entity).map(UploadEntity::toUpload));
  }
}
