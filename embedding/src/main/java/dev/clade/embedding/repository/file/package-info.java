/**
 * Records of repositories as a file: compressed in blocks, each with a checksum, written and read
 * one record at a time, so that a whole hub needs the memory of one block.
 */
package dev.clade.embedding.repository.file;
