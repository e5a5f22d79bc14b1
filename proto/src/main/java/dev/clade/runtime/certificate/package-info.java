/**
 * Makes certificates where no other authority does: for a mesh on one machine and for tests. Needs
 * Bouncy Castle, which servers do without.
 */
package dev.clade.runtime.certificate;
