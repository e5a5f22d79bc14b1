package dev.clade.ingest.store;

import dev.clade.ingest.format.FileFormat;
import dev.clade.runtime.telemetry.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The imports, as callers ask for them and see them. */
@ApplicationScoped
public class ImportStore {
  private final Mutiny.SessionFactory sessions;

  @Inject
  ImportStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * Stores an import that waits to be read, unless there is one with the same request id.
   *
   * @param name name of the file or the hub
   * @param format format to read a file in; null for a hub
   * @param totalBytes bytes of a file; 0 for a hub
   * @return the import stored under the request id, new or not
   */
  public Uni<ImportStatus> add(
      UUID requestId, ImportSource source, String name, FileFormat format, long totalBytes) {
    ImportEntity added = pending(requestId, source);
    added.fileName = name;
    added.format = format;
    added.totalBytes = totalBytes;
    return sessions
        .withTransaction(session -> session.persist(added))
        .replaceWith(added.toStatus())
        .onFailure(ConstraintViolationException.class)
        .recoverWithUni(() -> findByRequest(requestId).map(Optional::orElseThrow));
  }

  /** Returns an import. */
  public Uni<Optional<ImportStatus>> find(UUID id) {
    return sessions
        .withSession(session -> session.find(ImportEntity.class, id))
        .map(entity -> Optional.ofNullable(entity).map(ImportEntity::toStatus));
  }

  /** Returns the import that was asked for with a request id. */
  public Uni<Optional<ImportStatus>> findByRequest(UUID requestId) {
    return sessions
        .withSession(
            session ->
                session
                    .createSelectionQuery(
                        "from ImportEntity where requestId = :requestId", ImportEntity.class)
                    .setParameter("requestId", requestId)
                    .getSingleResultOrNull())
        .map(entity -> Optional.ofNullable(entity).map(ImportEntity::toStatus));
  }

  /**
   * Returns imports in the order in which they were asked for.
   *
   * @param afterTime with {@code afterId}, the import behind which to begin
   */
  public Uni<List<ImportStatus>> list(Instant afterTime, UUID afterId, int most) {
    return sessions
        .withSession(
            session ->
                session
                    .createSelectionQuery(
                        """
                        from ImportEntity
                        where createTime > :time or (createTime = :time and id > :id)
                        order by createTime, id
                        """,
                        ImportEntity.class)
                    .setParameter("time", afterTime)
                    .setParameter("id", afterId)
                    .setMaxResults(most)
                    .getResultList())
        .map(entities -> entities.stream().map(ImportEntity::toStatus).toList());
  }

  private static ImportEntity pending(UUID requestId, ImportSource source) {
    ImportEntity entity = new ImportEntity();
    entity.id = UUID.randomUUID();
    entity.requestId = requestId;
    entity.lane = source.lane();
    entity.uploadId = source.uploadId().orElse(null);
    entity.requestedFormat = source.format().orElse(null);
    entity.kind = source.kind().orElse(null);
    entity.scope = source.scope().orElse(null);
    entity.snapshotTime = source.snapshotTime();
    entity.state = ImportState.PENDING;
    entity.traceparent = TraceParent.current();
    entity.createTime = Timestamps.now();
    entity.updateTime = entity.createTime;
    return entity;
  }
}
