package dev.clade.embedding.network;

/**
 * How wide the layers of a network are.
 *
 * @param embedding numbers of each view's vector and of the fused one
 * @param table numbers of a token's vector
 * @param identityTable numbers of the vector of an owner, and of a part of a name
 * @param wide hidden units of the encoders of cards, tags and lineage
 * @param narrow hidden units of the other encoders
 * @param task numbers of a fused vector as a task sees it
 */
public record LayerWidths(
    int embedding, int table, int identityTable, int wide, int narrow, int task) {
  /** What a whole hub is embedded with. */
  public static final LayerWidths STANDARD = new LayerWidths(128, 64, 32, 256, 128, 64);

  private static final int MOST = 4096;

  /** Checks that each is from 1 to 4,096. */
  public LayerWidths {
    Ranges.require("embedding", embedding, MOST);
    Ranges.require("table", table, MOST);
    Ranges.require("identityTable", identityTable, MOST);
    Ranges.require("wide", wide, MOST);
    Ranges.require("narrow", narrow, MOST);
    Ranges.require("task", task, MOST);
  }
}
