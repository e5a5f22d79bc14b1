/** Real hubs, as raw records, and what features and baselines come to on them. */
package dev.clade.embedding.hub;
