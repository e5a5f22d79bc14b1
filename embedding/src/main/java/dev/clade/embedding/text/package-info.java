/** Finding texts by their words. */
package dev.clade.embedding.text;
