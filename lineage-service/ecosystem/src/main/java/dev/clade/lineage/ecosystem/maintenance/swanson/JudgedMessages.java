package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * All messages to learn from: none, or enough of every class to learn from some and try on others.
 *
 * @param messages in the order in which they are learnt
 */
public record JudgedMessages(List<LabelledMessage> messages) {
  /** There are none. */
  public static final JudgedMessages NONE = new JudgedMessages(List.of());

  private static final int LEAST = 10;
  private static final int DIGITS = 12;

  /** Keeps an unchangeable copy, and checks that there are enough. */
  public JudgedMessages {
    messages = List.copyOf(messages);
    for (CommitClass each : CommitClass.values()) {
      long different =
          messages.stream()
              .filter(message -> message.classes().contains(each))
              .map(LabelledMessage::key)
              .distinct()
              .count();
      if (!messages.isEmpty() && different < LEAST) {
        throw new IllegalArgumentException(
            "there must be at least %d different messages that are %s, not %d"
                .formatted(LEAST, each.word(), different));
      }
    }
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Returns what tells these messages, with their classes and order, from any others. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LabelledMessage each : messages) {
        digest.update(each.message().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        for (CommitClass one : CommitClass.values()) {
          digest.update((byte) (each.classes().contains(one) ? 1 : 0));
        }
      }
      return "sha256-" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
