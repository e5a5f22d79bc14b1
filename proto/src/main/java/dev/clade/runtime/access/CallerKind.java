package dev.clade.runtime.access;

/** How a server knows who calls it. */
public enum CallerKind {
  /** Access is open, so nobody is asked. */
  ANYBODY,
  /** No credentials, or none that hold. */
  UNKNOWN,
  /** By a token of the issuer that the operator configured. */
  TOKEN,
  /** By a token of an issuer that the server brings itself. */
  OWN_TOKEN,
  /** By a client certificate of the mesh. */
  CERTIFICATE
}
