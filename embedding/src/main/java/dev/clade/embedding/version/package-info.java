/**
 * A version of the embedding as a file: all that is needed to encode repositories and to answer
 * from them, made where it is trained and read where it is served. Beside it stand the proof that a
 * reader computes what the trainer computed, and the encoding of a whole hub.
 */
package dev.clade.embedding.version;
