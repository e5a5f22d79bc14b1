package dev.clade.lineage.ecosystem.activity;

/** The study's groups of licenses. */
public enum LicenseGroup {
  /** Asks at most that authors, text and changes be told. */
  PERMISSIVE,
  /** Asks more, or forbids something. */
  RESTRICTIVE,
  /** No license is named. */
  NONE,
  /** The named license is in no group: never guessed, and no part of any test. */
  UNKNOWN
}
