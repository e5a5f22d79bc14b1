package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.ChannelGroup;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.module.Convolution;
import dev.clade.valuation.worker.module.GroupNormalization;
import dev.clade.valuation.worker.module.Linear;
import dev.clade.valuation.worker.module.ResidualBlock;
import dev.clade.valuation.worker.module.SelfAttention;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lays out a U-Net. What residual connections add up is one group of channels: that of a level on
 * the way down, shared by neighbouring levels of as many channels, which no shortcut divides; and
 * that of a level on the way back. Each block has a group inside, and each attention its heads.
 */
final class UNetArchitect {
  private static final int EMBEDDING_FACTOR = 4;

  private final UNet options;
  private final LayoutBuilder layout;
  private final Deque<ChannelGroup> skips = new ArrayDeque<>();
  private Axis embedded = Axis.of();

  private UNetArchitect(UNet options, LayoutBuilder layout) {
    this.options = options;
    this.layout = layout;
  }

  static Architecture design(UNet options, ModelOptions model, List<Integer> widths) {
    LayoutBuilder layout = new LayoutBuilder(widths);
    UNetNetwork network = new UNetArchitect(options, layout).design(model);
    return new Architecture(layout.build(), network);
  }

  private UNetNetwork design(ModelOptions model) {
    Axis planes = Axis.fixed(model.image().planes());
    List<Linear> embedding = embedding(model.classes());
    int levels = options.multipliers().size();
    ChannelGroup stream = stream(0);
    skips.push(stream);
    Convolution input = Convolution.add(layout, planes, Axis.of(stream));
    List<UNetLevel> down = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      ChannelGroup previous = stream;
      if (level > 0 && options.channels(level) != options.channels(level - 1)) {
        stream = stream(level);
      }
      down.add(down(level, previous, stream));
    }
    UNetLevel middle = middle(Axis.of(stream));
    List<UNetLevel> up = new ArrayList<>();
    for (int level = levels - 1; level >= 0; level--) {
      ChannelGroup previous = stream;
      stream = stream(level);
      up.add(up(level, previous, stream));
    }
    return new UNetNetwork(
        model.image(),
        embedding,
        input,
        down,
        middle,
        up,
        GroupNormalization.add(layout, Axis.of(stream), options.channelsPerGroup()),
        Convolution.addZero(layout, Axis.of(stream), planes));
  }

  private List<Linear> embedding(int classes) {
    int width = EMBEDDING_FACTOR * options.channels();
    Axis hidden = Axis.of(layout.group(width, 1));
    embedded = Axis.of(layout.group(width, 1));
    return List.of(
        Linear.add(layout, Axis.fixed(options.timeFeatures() + classes), hidden),
        Linear.add(layout, hidden, embedded));
  }

  private UNetLevel down(int level, ChannelGroup previous, ChannelGroup stream) {
    List<UNetStage> stages = new ArrayList<>();
    for (int block = 0; block < options.blocksPerLevel(); block++) {
      stages.add(stage(level, Axis.of(block == 0 ? previous : stream), Axis.of(stream)));
      skips.push(stream);
    }
    if (level == options.multipliers().size() - 1) {
      return new UNetLevel(stages, Optional.empty());
    }
    skips.push(stream);
    Axis axis = Axis.of(stream);
    return new UNetLevel(stages, Optional.of(Convolution.addHalving(layout, axis, axis)));
  }

  private UNetLevel middle(Axis stream) {
    int last = options.multipliers().size() - 1;
    UNetStage first =
        new UNetStage(block(last, stream, stream), Optional.of(attention(last, stream)));
    UNetStage second = new UNetStage(block(last, stream, stream), Optional.empty());
    return new UNetLevel(List.of(first, second), Optional.empty());
  }

  private UNetLevel up(int level, ChannelGroup previous, ChannelGroup stream) {
    List<UNetStage> stages = new ArrayList<>();
    for (int block = 0; block <= options.blocksPerLevel(); block++) {
      Axis joined = Axis.of(block == 0 ? previous : stream, skips.pop());
      stages.add(stage(level, joined, Axis.of(stream)));
    }
    Axis axis = Axis.of(stream);
    return new UNetLevel(
        stages, level == 0 ? Optional.empty() : Optional.of(Convolution.add(layout, axis, axis)));
  }

  private UNetStage stage(int level, Axis input, Axis output) {
    return new UNetStage(
        block(level, input, output),
        options.attentionLevels().contains(level)
            ? Optional.of(attention(level, output))
            : Optional.empty());
  }

  private ResidualBlock block(int level, Axis input, Axis output) {
    int units = options.channels(level) / options.channelsPerGroup();
    return ResidualBlock.add(layout, input, output, embedded, units, options.channelsPerGroup());
  }

  private SelfAttention attention(int level, Axis stream) {
    int heads = options.channels(level) / options.channelsPerHead();
    return SelfAttention.add(
        layout, stream, heads, options.channelsPerHead(), options.channelsPerGroup());
  }

  private ChannelGroup stream(int level) {
    return layout.group(
        options.channels(level) / options.channelsPerGroup(), options.channelsPerGroup());
  }
}
