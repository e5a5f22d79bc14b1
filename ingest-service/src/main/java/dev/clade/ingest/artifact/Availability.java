package dev.clade.ingest.artifact;

/**
 * Who can have an artifact. The code is what the contract's {@code Availability} and the database
 * use; it never changes.
 */
public enum Availability {
  /** Not told. */
  UNKNOWN(0),
  /** Everybody. */
  PUBLIC(1),
  /** Whoever the owner, or a form, lets in. */
  GATED(2),
  /** Nobody but the owner: the hub says private or disabled, or answers that one may not look. */
  WITHHELD(3),
  /** Nobody: the hub has it no more. */
  DELETED(4),
  /** Everybody, under another name. */
  RENAMED(5);

  private final short code;

  Availability(int code) {
    this.code = (short) code;
  }

  /** Returns the availability of a code. */
  public static Availability ofCode(int code) {
    for (Availability availability : values()) {
      if (availability.code == code) {
        return availability;
      }
    }
    throw new IllegalArgumentException("no availability has the code " + code);
  }

  /** Returns the code of the contract and the database, from 0 to 5. */
  public short code() {
    return code;
  }

  /** Returns whether only a memory of the artifact is left under its name. */
  public boolean isGone() {
    return this == DELETED || this == RENAMED;
  }
}
