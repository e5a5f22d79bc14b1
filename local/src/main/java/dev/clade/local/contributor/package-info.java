/** Tables of contributors whose data only workers know: read to be valued, written to be edited. */
package dev.clade.local.contributor;
