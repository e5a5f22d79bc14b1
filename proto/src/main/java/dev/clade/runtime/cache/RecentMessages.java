package dev.clade.runtime.cache;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.protobuf.MessageLite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Messages that this process read or computed lately, so that what many ask for costs no way to
 * Redis. A key holds everything that its message depends on: a copy is as good as the original, and
 * is renewed by the same rule.
 */
@Singleton
final class RecentMessages {
  /** About what an entry takes beside its key and its message. */
  private static final int OVERHEAD = 200;

  private final Cache<String, Recent> messages;
  private final double earliness;

  @Inject
  RecentMessages(CacheSettings settings) {
    earliness = settings.earliness();
    messages =
        CacheBuilder.newBuilder()
            .maximumWeight(settings.recentBytes())
            .weigher(RecentMessages::bytes)
            .expireAfterWrite(settings.recentLifetime())
            .build();
  }

  /**
   * Returns the message of a key, unless it is unknown here or is to be renewed.
   *
   * @param <M> type of the message, always the same for one key
   */
  @SuppressWarnings("unchecked")
  <M extends MessageLite> Optional<M> find(String key) {
    return Optional.ofNullable(messages.getIfPresent(key))
        .filter(recent -> !recent.freshness().isDue(earliness))
        .map(recent -> (M) recent.message());
  }

  /** Keeps a message for a while. */
  void keep(String key, MessageLite message, Freshness freshness) {
    messages.put(key, new Recent(message, freshness));
  }

  /** Messages in memory are taken for three times what they are when written. */
  private static int bytes(String key, Recent recent) {
    return OVERHEAD + key.length() + 3 * recent.message.getSerializedSize();
  }

  private record Recent(MessageLite message, Freshness freshness) {}
}
