package dev.clade.local.fuzz;

/** What a client does with a call. */
enum Behaviour {
  /** Sends what it has and waits for the answer. */
  ORDERLY,
  /** Ends the call before it has sent anything. */
  CANCELS_AT_ONCE,
  /** Sends all and goes away at once. */
  CANCELS_AFTER_SENDING,
  /** Sends all, never says that it was all, and goes away some time later. */
  NEVER_ENDS,
  /** Says nothing at all, and that this was all. */
  SENDS_NOTHING
}
