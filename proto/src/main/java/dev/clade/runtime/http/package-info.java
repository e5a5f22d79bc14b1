/**
 * What every Clade server does at its HTTP edge: failures are told as AIP-193 has them, with the
 * same reasons as over gRPC.
 */
package dev.clade.runtime.http;
