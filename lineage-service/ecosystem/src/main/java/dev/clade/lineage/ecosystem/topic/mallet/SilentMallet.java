package dev.clade.lineage.ecosystem.topic.mallet;

import cc.mallet.util.MalletLogger;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Keeps MALLET from writing. It logs every few rounds, and its logger puts a configuration of its
 * own in the place of the program's unless a property says that there is one.
 */
final class SilentMallet {
  private static final String CONFIGURED = "java.util.logging.config.class";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger LOGGER = logger();

  private SilentMallet() {}

  /** To be called before any class of MALLET is used. */
  static void silence() {
    LOGGER.setLevel(Level.OFF);
  }

  private static Logger logger() {
    // The program's own configuration is read first, without that property.
    LogManager.getLogManager();
    String configured = System.getProperty(CONFIGURED);
    System.setProperty(CONFIGURED, configured == null ? "" : configured);
    try {
      return MalletLogger.getLogger("cc.mallet");
    } finally {
      if (configured == null) {
        System.clearProperty(CONFIGURED);
      }
    }
  }
}
