/**
 * Text, tags and names as hashed tokens.
 *
 * <p>The cut into words, the fields' prefixes and the hash are part of the format of features: rows
 * are only alike when they were made alike.
 */
package dev.clade.embedding.token;
