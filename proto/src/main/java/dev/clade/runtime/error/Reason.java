package dev.clade.runtime.error;

import io.grpc.Status;

/**
 * The catalogue of reasons that a call can fail for. The name is the {@code reason} of {@code
 * google.rpc.ErrorInfo}; it never changes its meaning.
 */
public enum Reason {
  /** A required field is missing or empty. */
  FIELD_REQUIRED(Status.Code.INVALID_ARGUMENT),
  /** A field's value does not have the form asked for. */
  FIELD_MALFORMED(Status.Code.INVALID_ARGUMENT),
  /** A number is outside the range allowed. */
  FIELD_OUT_OF_RANGE(Status.Code.INVALID_ARGUMENT),
  /** A text or list is longer than allowed. */
  FIELD_TOO_LONG(Status.Code.INVALID_ARGUMENT),
  /** A value is none of the known ones. */
  FIELD_UNKNOWN_VALUE(Status.Code.INVALID_ARGUMENT),
  /** A page token was not made by this method. */
  PAGE_TOKEN_INVALID(Status.Code.INVALID_ARGUMENT),
  /** A page token was made for a request with other fields. */
  PAGE_TOKEN_MISMATCH(Status.Code.INVALID_ARGUMENT),
  /** The same request id was used before with another request. */
  REQUEST_ID_REUSED(Status.Code.ALREADY_EXISTS),
  /** No artifact of that name. */
  ARTIFACT_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No upload of that name; uploads are removed once they are imported. */
  UPLOAD_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No import of that name. */
  IMPORT_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The artifact's card was never fetched, or it has none. */
  CARD_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The service is not configured for a hub of that name. */
  HUB_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The import is over, so it cannot be paused, resumed or cancelled. */
  IMPORT_OVER(Status.Code.FAILED_PRECONDITION),
  /** The import is not over, so its refused records cannot be read again yet. */
  IMPORT_NOT_OVER(Status.Code.FAILED_PRECONDITION),
  /** No analysis of that name. */
  ANALYSIS_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No report of that name, or it is still being computed, or that was given up. */
  REPORT_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The server that computed the report is gone; ask for it again. */
  REPORT_ABANDONED(Status.Code.UNAVAILABLE),
  /** As many reports wait to be computed as may; try again. */
  TOO_MANY_REPORTS(Status.Code.RESOURCE_EXHAUSTED),
  /** No version of the embedding is served. */
  EMBEDDING_MISSING(Status.Code.FAILED_PRECONDITION),
  /** The version of the embedding that is served does not have the artifact, which there is. */
  ARTIFACT_NOT_ENCODED(Status.Code.FAILED_PRECONDITION),
  /** The version of the embedding that is served did not learn to infer parents. */
  PARENTS_NOT_LEARNED(Status.Code.FAILED_PRECONDITION),
  /** No feature set of that name. */
  FEATURE_SET_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The feature set is still being made, or could not be. */
  FEATURE_SET_NOT_READY(Status.Code.FAILED_PRECONDITION),
  /** No version of the embedding of that name. */
  EMBEDDING_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The version of the embedding is still being encoded, or could not be. */
  EMBEDDING_NOT_READY(Status.Code.FAILED_PRECONDITION),
  /** The file of an embedding is none, is damaged, or computes otherwise here. */
  EMBEDDING_INVALID(Status.Code.INVALID_ARGUMENT),
  /** No image set of that name. */
  IMAGE_SET_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No valuation of that name. */
  VALUATION_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The lease has ended, and what it was for may be somebody else's now. */
  LEASE_LOST(Status.Code.FAILED_PRECONDITION),
  /** The run ended without values. */
  VALUATION_FAILED(Status.Code.ABORTED),
  /** The run is over, so it cannot be cancelled, or resumed. */
  VALUATION_OVER(Status.Code.FAILED_PRECONDITION),
  /** No set of contributors of that name. */
  CONTRIBUTOR_SET_NOT_FOUND(Status.Code.NOT_FOUND),
  /** Nobody has sent the checkpoint yet. */
  CHECKPOINT_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No payout of that name. */
  PAYOUT_NOT_FOUND(Status.Code.NOT_FOUND),
  /** The run has no values that could be paid. */
  VALUES_UNKNOWN(Status.Code.FAILED_PRECONDITION),
  /** The service has no key to sign with. */
  SIGNING_KEY_MISSING(Status.Code.FAILED_PRECONDITION),
  /** A report does not fit the run that it is for. */
  EVALUATION_MISMATCH(Status.Code.FAILED_PRECONDITION),
  /** The call needs credentials and has none. */
  CREDENTIALS_MISSING(Status.Code.UNAUTHENTICATED),
  /** The credentials are malformed, have expired, or are not for this service. */
  CREDENTIALS_INVALID(Status.Code.UNAUTHENTICATED),
  /** The caller lacks the role that the metadata names. */
  ROLE_MISSING(Status.Code.PERMISSION_DENIED),
  /** As many calls are in flight as may be, of all or of the caller; try again. */
  TOO_MANY_CALLS(Status.Code.RESOURCE_EXHAUSTED),
  /**
   * The caller makes calls faster than it may; {@code google.rpc.RetryInfo} says how long to wait.
   */
  RATE_LIMITED(Status.Code.RESOURCE_EXHAUSTED),
  /** The credential is a worker's of one run, and what is asked for belongs to another. */
  CREDENTIAL_OF_OTHER_RUN(Status.Code.PERMISSION_DENIED),
  /** A request is larger than the service takes. */
  REQUEST_TOO_LARGE(Status.Code.RESOURCE_EXHAUSTED),
  /** The database cannot be reached or does not answer; try again. */
  DATABASE_UNAVAILABLE(Status.Code.UNAVAILABLE),
  /** A disk of the service takes nothing now; try again. */
  STORAGE_UNAVAILABLE(Status.Code.UNAVAILABLE),
  /** Another service of the mesh cannot be reached; try again. */
  DEPENDENCY_UNAVAILABLE(Status.Code.UNAVAILABLE),
  /** A hub does not answer, or not as hubs do, however often it is asked. */
  HUB_UNUSABLE(Status.Code.UNAVAILABLE),
  /** The service has started but cannot answer yet; try again. */
  NOT_READY(Status.Code.UNAVAILABLE),
  /** The caller cancelled the call, or the service did on the caller's behalf. */
  CALL_CANCELLED(Status.Code.CANCELLED),
  /** The call's deadline passed before the answer was there. */
  DEADLINE_EXCEEDED(Status.Code.DEADLINE_EXCEEDED),
  /** The service does not have the method, or does not serve it. */
  METHOD_UNIMPLEMENTED(Status.Code.UNIMPLEMENTED),
  /** Messages of the call are compressed, which the service does not take. */
  ENCODING_UNSUPPORTED(Status.Code.UNIMPLEMENTED),
  /** Somebody ended the operation. */
  OPERATION_CANCELLED(Status.Code.CANCELLED),
  /** A fault of the service; its log says more under the {@code incident} of the metadata. */
  INTERNAL(Status.Code.INTERNAL);

  private final Status.Code code;

  Reason(Status.Code code) {
    this.code = code;
  }

  /** Returns the gRPC code that goes with the reason. */
  public Status.Code code() {
    return code;
  }
}
