package dev.clade.embedding.evaluation;

/**
 * Rows to learn from, to choose settings by, and to be tested on. No row is in two of them.
 *
 * @param name of the rule
 * @param train ascending
 * @param validation ascending
 * @param test ascending
 */
public record Split(String name, int[] train, int[] validation, int[] test) {}
