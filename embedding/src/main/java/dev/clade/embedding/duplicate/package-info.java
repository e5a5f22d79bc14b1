/** Cards that are nearly the same, found without comparing each with each. */
package dev.clade.embedding.duplicate;
