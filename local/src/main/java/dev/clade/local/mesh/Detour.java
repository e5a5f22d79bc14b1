package dev.clade.local.mesh;

/** Where services are told to find what they depend on, in place of where it is. */
@FunctionalInterface
public interface Detour {
  /** Tells the services the truth. */
  Detour NONE = (_, port) -> port;

  /** What services depend on beside each other. */
  enum Store {
    /** The database. */
    POSTGRES,
    /** The cache. */
    REDIS
  }

  /**
   * Returns the port that services are told.
   *
   * @param port where the store listens once it runs, on the loopback address
   */
  int instead(Store store, int port);
}
