package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes all that decides what a training gives, so that it never goes on from another's state. */
final class Fingerprint {
  private final MessageDigest sha = sha256();

  private Fingerprint() {}

  /** Returns the SHA-256 of a training. */
  static byte[] of(NetworkWeights start, TrainingSet set, ContrastivePlan plan, long seed) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add("%s %s %d".formatted(plan, start.shape(), seed));
    fingerprint.add(start.dense());
    for (TokenTable table : start.shape().tokenTables()) {
      fingerprint.add(start.table(table));
    }
    fingerprint.add(set.features());
    for (LabelColumn label : set.labels()) {
      fingerprint.add(label.task());
      fingerprint.add(label.values());
    }
    fingerprint.add(set.relations());
    fingerprint.add(set.rows());
    set.previous().ifPresent(previous -> fingerprint.add(previous.vectors()));
    return fingerprint.sha.digest();
  }

  /** Returns a fresh SHA-256. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private void add(FeatureTable features) {
    add(features.presence());
    for (TokenTable table : TokenTable.values()) {
      TokenBags bags = table.bags(features);
      add(bags.offsets());
      add(bags.tokens());
      add(bags.weights());
    }
    add(features.numeric().values());
    add(features.lineage().values());
    add(features.activity().values());
  }

  private void add(Relations relations) {
    for (long time : relations.createdAt()) {
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, time));
    }
    for (int[] parents : relations.parents()) {
      add(parents);
    }
    add(relations.families());
    add(relations.duplicates());
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(byte[] bytes) {
    length(bytes.length);
    sha.update(bytes);
  }

  private void add(int[] values) {
    length(values.length);
    for (int value : values) {
      length(value);
    }
  }

  private void add(float[] values) {
    length(values.length);
    for (float value : values) {
      length(Float.floatToRawIntBits(value));
    }
  }

  private void length(int value) {
    sha.update((byte) (value >>> 24));
    sha.update((byte) (value >>> 16));
    sha.update((byte) (value >>> 8));
    sha.update((byte) value);
  }
}
