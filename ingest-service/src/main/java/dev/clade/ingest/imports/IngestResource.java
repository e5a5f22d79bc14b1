package dev.clade.ingest.imports;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.UUID;

/** The resources that this service names by a UUID. */
public enum IngestResource {
  /** {@code uploads/{id}}. */
  UPLOAD("uploads/", Reason.UPLOAD_NOT_FOUND),
  /** {@code imports/{id}}. */
  IMPORT("imports/", Reason.IMPORT_NOT_FOUND);

  private static final int UUID_LENGTH = 36;

  private final String collection;
  private final Reason notFound;

  IngestResource(String collection, Reason notFound) {
    this.collection = collection;
    this.notFound = notFound;
  }

  /** Returns the name of a resource. */
  public String of(UUID id) {
    return collection + id;
  }

  /**
   * Returns the id in a name that a request holds.
   *
   * @param field the request's field
   * @throws CladeException when the name is empty or of another form
   */
  public UUID parse(String field, String name) {
    if (name.isEmpty()) {
      throw CladeException.missingField(field);
    }
    String id = name.startsWith(collection) ? name.substring(collection.length()) : "";
    if (id.length() != UUID_LENGTH) {
      throw malformed(field, name);
    }
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw malformed(field, name);
    }
  }

  /** Returns the failure of a resource that does not exist. */
  public CladeException notFound(UUID id) {
    return CladeException.notFound(notFound, of(id));
  }

  private CladeException malformed(String field, String name) {
    return CladeException.invalidField(
        Reason.FIELD_MALFORMED, field, name, "must be %s{id} with a UUID".formatted(collection));
  }
}
