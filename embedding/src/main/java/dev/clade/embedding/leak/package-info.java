/**
 * What must not be among features because it is what features are asked for.
 *
 * <p>The values of the fields that an embedding is evaluated by are taken out of tags,
 * configuration and text before anything is counted or hashed.
 */
package dev.clade.embedding.leak;
