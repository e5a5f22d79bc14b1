package dev.clade.valuation.worker.random;

/**
 * The counter-based generator Philox4x32 with ten rounds: a keyed bijection of 128-bit counters
 * whose outputs pass the usual batteries of statistical tests.
 *
 * <p>Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
final class Philox {
  /** Words in a block. */
  static final int BLOCK_WORDS = 4;

  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int KEY_INCREMENT_0 = 0x9E3779B9;
  private static final int KEY_INCREMENT_1 = 0xBB67AE85;
  private static final long LOW_WORD = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Writes the four words of a counter.
   *
   * @param key the key; its low word comes first
   * @param counterLow words 0 (low) and 1 of the counter
   * @param counterHigh words 2 (low) and 3 of the counter
   * @param words receives words 0 to 3
   */
  static void block(long key, long counterLow, long counterHigh, int[] words) {
    int key0 = (int) key;
    int key1 = (int) (key >>> 32);
    int word0 = (int) counterLow;
    int word1 = (int) (counterLow >>> 32);
    int word2 = (int) counterHigh;
    int word3 = (int) (counterHigh >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (word0 & LOW_WORD);
      long product1 = MULTIPLIER_1 * (word2 & LOW_WORD);
      word0 = (int) (product1 >>> 32) ^ word1 ^ key0;
      word1 = (int) product1;
      word2 = (int) (product0 >>> 32) ^ word3 ^ key1;
      word3 = (int) product0;
      key0 += KEY_INCREMENT_0;
      key1 += KEY_INCREMENT_1;
    }
    words[0] = word0;
    words[1] = word1;
    words[2] = word2;
    words[3] = word3;
  }
}
