/** What a version must have reached to be served without a note, and the report that says so. */
package dev.clade.embedding.evaluation.gate;
