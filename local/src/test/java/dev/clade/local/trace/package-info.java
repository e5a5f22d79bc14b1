/** Tests of traces on one machine. */
package dev.clade.local.trace;
