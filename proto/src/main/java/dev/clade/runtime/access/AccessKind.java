package dev.clade.runtime.access;

/** Whether callers have to say who they are. */
public enum AccessKind {
  /** Anybody may do all. For servers that only this machine reaches. */
  OPEN,
  /** Callers have a bearer token with roles, or a client certificate of the mesh. */
  TOKENS
}
