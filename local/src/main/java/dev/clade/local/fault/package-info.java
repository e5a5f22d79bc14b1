/**
 * A broken network in this process: a proxy between a client and a server of TCP, with the toxics
 * of Toxiproxy, which can be put together and taken away while connections are open. Tests stand it
 * between services and what these depend on.
 */
package dev.clade.local.fault;
