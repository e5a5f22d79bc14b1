package dev.clade.local.hub;

/** A request that the hub answers with an error. */
final class RefusedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private RefusedRequestException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static RefusedRequestException badRequest(String message) {
    return new RefusedRequestException(400, null, message);
  }

  static RefusedRequestException badToken() {
    return new RefusedRequestException(401, null, "Invalid credentials in Authorization header");
  }

  /**
   * No such repository, or none that the caller may know of. To a caller without a token the hub
   * does not say that there is none: it might be private.
   */
  static RefusedRequestException noRepository(boolean anonymous) {
    return anonymous
        ? new RefusedRequestException(401, "RepoNotFound", "Invalid username or password.")
        : new RefusedRequestException(404, "RepoNotFound", "Repository not found");
  }

  static RefusedRequestException disabled() {
    return new RefusedRequestException(403, null, "Access to this resource is disabled.");
  }

  static RefusedRequestException gated(Repository repository, boolean anonymous) {
    String message =
        "Access to %s is restricted. You must have access to it and be authenticated to access it."
            .formatted(repository);
    return new RefusedRequestException(anonymous ? 401 : 403, "GatedRepo", message);
  }

  static RefusedRequestException noRevision(String revision) {
    return new RefusedRequestException(404, "RevisionNotFound", "Invalid rev id: " + revision);
  }

  static RefusedRequestException noEntry() {
    return new RefusedRequestException(404, "EntryNotFound", "Entry not found");
  }

  static RefusedRequestException noPage() {
    return new RefusedRequestException(
        404, null, "Sorry, we can't find the page you are looking for.");
  }

  int status() {
    return status;
  }

  /** Returns what the hub writes into {@code X-Error-Code}, or null. */
  String code() {
    return code;
  }
}
