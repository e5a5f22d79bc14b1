/**
 * The words of model cards: what of a Markdown text is prose, which of its words count, and which
 * cards are drawn where there are more than fit.
 *
 * <p>Words are cut, put in lower case and brought to their base form by Lucene, Markdown is read by
 * commonmark, and MALLET says which words stop.
 */
package dev.clade.lineage.ecosystem.topic.text;
