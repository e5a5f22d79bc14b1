/** Tests of the broken network. */
package dev.clade.local.fault;
