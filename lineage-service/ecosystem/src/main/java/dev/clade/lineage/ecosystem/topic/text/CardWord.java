package dev.clade.lineage.ecosystem.topic.text;

/**
 * A word of a card.
 *
 * @param form as it stands there, in lower case
 * @param base the form that it counts as
 */
record CardWord(String form, String base) {}
