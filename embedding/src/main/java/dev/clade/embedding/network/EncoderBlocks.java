package dev.clade.embedding.network;

/**
 * The tensors of a view's encoder: a hidden layer with GELU and an output layer.
 *
 * @param hidden weights of the hidden layer, inputs by hidden units
 * @param hiddenOffsets offsets of the hidden layer
 * @param output weights of the output layer, hidden units by outputs
 * @param outputOffsets offsets of the output layer
 */
public record EncoderBlocks(Block hidden, Block hiddenOffsets, Block output, Block outputOffsets) {}
