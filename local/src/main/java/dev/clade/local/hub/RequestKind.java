package dev.clade.local.hub;

/** What a request asks for. */
public enum RequestKind {
  /** A page of a list of repositories. */
  LIST,
  /** One repository. */
  DETAIL,
  /** A page of commits. */
  COMMITS,
  /** A page of discussions. */
  DISCUSSIONS,
  /** A page of the files' names. */
  TREE,
  /** The content of a file. */
  FILE,
  /** Anything else. */
  OTHER
}
