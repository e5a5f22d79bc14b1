package dev.clade.valuation.server.embedding;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Where feature sets are kept. What cannot be told now fails with {@link
 * Reason#DEPENDENCY_UNAVAILABLE}, what nobody knows with {@link Reason#FEATURE_SET_NOT_FOUND}.
 */
public interface FeatureSetSource {
  /**
   * Lets through what can be learned from.
   *
   * @param name resource name
   * @return fails with {@link Reason#FEATURE_SET_NOT_READY} when it is not made
   */
  Uni<Void> requireReady(String name);

  /**
   * Returns the file of a set part by part, each read when it is asked for.
   *
   * @param name resource name
   */
  Multi<ByteString> content(String name);
}
