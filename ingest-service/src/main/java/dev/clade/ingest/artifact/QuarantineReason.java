package dev.clade.ingest.artifact;

/** Why a record is refused. The names are part of the contract and never change their meaning. */
public enum QuarantineReason {
  /** The bytes are not UTF-8. */
  MALFORMED_UTF8,
  /** The line is longer than the limit. */
  LINE_TOO_LONG,
  /** The line is not one JSON object. */
  MALFORMED_JSON,
  /** The line has more or fewer columns than the header. */
  COLUMN_COUNT,
  /** A required field is missing or empty. */
  FIELD_MISSING,
  /** A field does not have the form asked for. */
  FIELD_MALFORMED,
  /** A text or list is longer than allowed. */
  FIELD_TOO_LONG,
  /** A number or time is outside the range allowed. */
  FIELD_OUT_OF_RANGE,
  /** The catalogue does not have the artifact that a commit or discussion belongs to. */
  ARTIFACT_UNKNOWN
}
