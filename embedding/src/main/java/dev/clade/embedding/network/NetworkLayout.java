package dev.clade.embedding.network;

import dev.clade.embedding.feature.View;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the tensors of a network lie among its dense weights. Those that weight decay pulls at come
 * first: all matrices and the weights of pairs; then offsets, gates and scales.
 */
public final class NetworkLayout {
  private final List<Block> blocks = new ArrayList<>();
  private final Map<View, EncoderBlocks> encoders = new EnumMap<>(View.class);
  private final List<Block> tasks = new ArrayList<>();
  private final Block child;
  private final Block parent;
  private final Block pair;
  private final Block gates;
  private final Block contrastScale;
  private final Block linkScale;
  private final Block taskScales;
  private final int decayed;
  private int size;

  /** Lays out a network. */
  public NetworkLayout(NetworkShape shape) {
    int embedding = shape.layers().embedding();
    Map<View, Block> hidden = new EnumMap<>(View.class);
    Map<View, Block> output = new EnumMap<>(View.class);
    for (View view : shape.views()) {
      hidden.put(view, add(shape.inputWidth(view), shape.hiddenWidth(view)));
      output.put(view, add(shape.hiddenWidth(view), embedding));
    }
    for (int task = 0; task < shape.tasks().size(); task++) {
      tasks.add(add(embedding, shape.layers().task()));
    }
    child = add(embedding, embedding);
    parent = add(embedding, embedding);
    pair = add(shape.pairFeatures());
    decayed = size;
    for (View view : shape.views()) {
      encoders.put(
          view,
          new EncoderBlocks(
              hidden.get(view), add(shape.hiddenWidth(view)), output.get(view), add(embedding)));
    }
    gates = add(shape.views().size());
    contrastScale = add(1);
    linkScale = add(1);
    taskScales = add(Math.max(1, shape.tasks().size()));
  }

  /** Returns all tensors in order. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** Returns how many dense weights there are. */
  public int size() {
    return size;
  }

  /** Returns how many of the first weights are subject to weight decay. */
  public int decayedSize() {
    return decayed;
  }

  /** Returns the encoder of a view that the network reads. */
  public EncoderBlocks encoder(View view) {
    return encoders.get(view);
  }

  /** Returns the matrix that turns a fused vector into what a task sees. */
  public Block task(int task) {
    return tasks.get(task);
  }

  /** Returns the matrix that a child's fused vector is looked at with. */
  public Block child() {
    return child;
  }

  /** Returns the matrix that a parent's fused vector is looked at with. */
  public Block parent() {
    return parent;
  }

  /** Returns the weights of what pairs have in common. */
  public Block pair() {
    return pair;
  }

  /** Returns the logarithms of the views' shares, before they are normalised. */
  public Block gates() {
    return gates;
  }

  /** Returns the logarithm of the scale of contrast between views. */
  public Block contrastScale() {
    return contrastScale;
  }

  /** Returns the logarithm of the scale of links. */
  public Block linkScale() {
    return linkScale;
  }

  /**
   * Returns the logarithms of the scales of tasks; without a task there is one that stands idle.
   */
  public Block taskScales() {
    return taskScales;
  }

  private Block add(Integer... sizes) {
    Block block = new Block(blocks.size(), size, List.of(sizes));
    blocks.add(block);
    size = Math.addExact(size, block.size());
    return block;
  }
}
