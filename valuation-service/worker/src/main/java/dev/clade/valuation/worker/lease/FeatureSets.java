package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.embedding.PreparedRepositories;
import dev.clade.valuation.worker.embedding.RepositorySet;
import dev.clade.valuation.worker.embedding.SetFile;
import dev.clade.valuation.worker.telemetry.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Feature sets as files, each fetched once for the process, and the one used last as it is asked
 * for. A name stands for its content, so none becomes stale; a file that is not as it came is
 * fetched again.
 */
final class FeatureSets {
  private static final EventLog LOG = EventLog.of(FeatureSets.class);

  private final RepositorySource source;
  private final Path folder;
  private final Map<String, String> digests = new HashMap<>();
  private String lastName = "";
  private PreparedRepositories last;

  /**
   * Prepares to fetch.
   *
   * @param folder where files are kept
   */
  FeatureSets(RepositorySource source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /**
   * Returns a set, ready to be learned from.
   *
   * @param name resource name
   * @param valuation resource name of the run that is told of it
   * @throws IllegalArgumentException when it is damaged or cannot be used
   */
  PreparedRepositories get(String name, String valuation) {
    if (!name.equals(lastName)) {
      // The former one may be as large: both need not be held.
      last = null;
      lastName = "";
      last = PreparedRepositories.of(set(name, valuation));
      lastName = name;
    }
    return last;
  }

  private RepositorySet set(String name, String valuation) {
    Path file = folder.resolve(name.replace('/', '-'));
    try {
      if (!digests.containsKey(name) || !SetFile.digest(file).equals(digests.get(name))) {
        source.fetch(name, valuation, file);
        digests.put(name, SetFile.digest(file));
        LOG.info("feature set fetched", "featureSet", name, "bytes", Files.size(file));
      }
      return SetFile.read(name, file, digests.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException("a feature set cannot be kept", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
