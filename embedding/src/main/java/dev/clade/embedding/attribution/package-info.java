/**
 * What similarity says of contributors: a cheap baseline beside real values. Similarity is not
 * contribution; nothing is paid by it.
 */
package dev.clade.embedding.attribution;
