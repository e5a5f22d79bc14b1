/** Tests of the keys of workers' credentials. */
package dev.clade.valuation.server.credential;
